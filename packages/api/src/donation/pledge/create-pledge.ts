import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import { planInstalments, type PledgePlan } from '@sasaeai/domain/donation/pledge/plan-instalments'
import type { CreatePledgeInput } from '@sasaeai/domain/donation/pledge/pledge-input'
import type { PledgeId } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** 予約: writes a promise down with its instalments. One that is sent again is answered with what it became the first time. */
export async function createPledge(deps: Deps, actor: Actor, input: CreatePledgeInput): Promise<Outcome<{ pledgeId: PledgeId }, 'reference_gone'>> {
  const { pledgeId, supporterId, pledgedOn, details, plan } = input
  try {
    return await inTransaction(deps.db, async (tx) => {
      if ((await tx.pledge.count({ where: { id: pledgeId } })) > 0) return succeed({ pledgeId })
      await tx.pledge.create({ data: { id: pledgeId, supporterId, pledgedOn: toDateColumn(pledgedOn), ...details } })
      await appendInstalments({ deps, tx }, { pledgeId, plan, after: 0 })
      await recordAuditEvent(deps, tx, {
        actor, action: 'pledge.create', subjectKind: 'pledge', subjectId: pledgeId,
        after: { supporterId, date: pledgedOn, ...details, rhythm: plan.rhythm, times: plan.times, firstOn: plan.firstOn, amountYen: plan.amountYen },
      })
      return succeed({ pledgeId })
    })
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('reference_gone')
    throw error
  }
}

/** The instalments of a plan, numbered on from those that are there. */
export async function appendInstalments(
  { deps, tx }: { deps: Deps; tx: Tx },
  { pledgeId, plan, after }: { pledgeId: PledgeId; plan: PledgePlan; after: number },
): Promise<void> {
  await tx.pledgeInstalment.createMany({
    data: planInstalments(plan).map(({ plannedOn, plannedYen }, place) => ({
      id: deps.newId(), pledgeId, sequence: after + place + 1, plannedOn: toDateColumn(plannedOn), plannedYen: BigInt(plannedYen),
    })),
  })
}
