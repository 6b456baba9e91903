import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import type { EndPledgeInput, ReplanPledgeInput, ResumePledgeInput } from '@sasaeai/domain/donation/pledge/pledge-input'
import type { PledgeId } from '@sasaeai/domain/ids'
import { fail, type Failure, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { appendInstalments } from './create-pledge.ts'

type ChangeFailure = 'row_gone' | 'changed_meanwhile' | 'pledge_ended'

/**
 * Plans the rest anew: instalments that no gift was counted for give way to the new ones; the others stay. Refused where
 * somebody planned anew, or received one, since the form was opened.
 */
export function replanPledge(deps: Deps, actor: Actor, { pledgeId, revision, replaces, plan }: ReplanPledgeInput): Promise<Outcome<null, ChangeFailure>> {
  return inTransaction(deps.db, async (tx) => {
    const refusal = await refusalOfChange(tx, { pledgeId, revision, mayBeEnded: false })
    if (refusal !== null) return refusal
    const open = await tx.pledgeInstalment.findMany({ where: { pledgeId, donations: { none: {} } }, select: { id: true } })
    const isAsSeen = open.length === replaces.length && open.every(({ id }) => replaces.some((seen) => seen === id))
    if (!isAsSeen) return fail('changed_meanwhile')
    const { count: removed } = await tx.pledgeInstalment.deleteMany({ where: { pledgeId, donations: { none: {} } } })
    const last = await tx.pledgeInstalment.aggregate({ where: { pledgeId }, _max: { sequence: true } })
    await appendInstalments({ deps, tx }, { pledgeId, plan, after: last._max.sequence ?? 0 })
    await recordAuditEvent(deps, tx, {
      actor, action: 'pledge.update', subjectKind: 'pledge', subjectId: pledgeId,
      after: { removed, rhythm: plan.rhythm, times: plan.times, firstOn: plan.firstOn, amountYen: plan.amountYen },
    })
    return succeed(null)
  })
}

/** 終了: nothing more is expected. */
export function endPledge(deps: Deps, actor: Actor, { pledgeId, revision, endedOn, reason }: EndPledgeInput): Promise<Outcome<null, ChangeFailure>> {
  return inTransaction(deps.db, async (tx) => {
    const refusal = await refusalOfChange(tx, { pledgeId, revision, mayBeEnded: false })
    if (refusal !== null) return refusal
    await tx.pledge.update({ where: { id: pledgeId }, data: { endedOn: toDateColumn(endedOn), endReason: reason } })
    await recordAuditEvent(deps, tx, { actor, action: 'pledge.close', subjectKind: 'pledge', subjectId: pledgeId, after: { closedOn: endedOn }, reason })
    return succeed(null)
  })
}

/** Takes the end of a promise back. */
export function resumePledge(deps: Deps, actor: Actor, { pledgeId, revision }: ResumePledgeInput): Promise<Outcome<null, ChangeFailure>> {
  return inTransaction(deps.db, async (tx) => {
    const refusal = await refusalOfChange(tx, { pledgeId, revision, mayBeEnded: true })
    if (refusal !== null) return refusal
    await tx.pledge.update({ where: { id: pledgeId }, data: { endedOn: null, endReason: '' } })
    await recordAuditEvent(deps, tx, { actor, action: 'pledge.reopen', subjectKind: 'pledge', subjectId: pledgeId })
    return succeed(null)
  })
}

async function refusalOfChange(
  tx: Tx,
  { pledgeId, revision, mayBeEnded }: { pledgeId: PledgeId; revision: number; mayBeEnded: boolean },
): Promise<Failure<ChangeFailure> | null> {
  const pledge = await tx.pledge.findUnique({ where: { id: pledgeId }, select: { revision: true, endedOn: true } })
  if (pledge === null) return fail('row_gone')
  if (pledge.revision !== revision) return fail('changed_meanwhile')
  return pledge.endedOn !== null && !mayBeEnded ? fail('pledge_ended') : null
}
