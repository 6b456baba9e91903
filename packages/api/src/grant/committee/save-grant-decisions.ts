import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { SaveGrantDecisionsInput } from '@sasaeai/domain/grant/committee/grant-decision-input'
import { sumYen, type Yen, yen } from '@sasaeai/domain/money/yen'
import { fail, type Failure, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { readPaidGrants } from '../application/take-grant-application.ts'

type DecisionRefusal = 'row_gone' | 'changed_meanwhile' | 'grant_call_of_year' | 'grant_application_withdrawn' | 'grant_below_paid'

/**
 * Writes down what a meeting decided about applications of one call, all of it or nothing: an award, 0 for 不採択, or
 * nothing again. Refused where somebody else has decided since, and where more has been paid than would be awarded.
 */
export function saveGrantDecisions(deps: Deps, actor: Actor, input: SaveGrantDecisionsInput): Promise<Outcome<{ saved: number }, DecisionRefusal>> {
  return inTransaction(deps.db, (tx) => saveWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
}

type Decision = SaveGrantDecisionsInput['decisions'][number]

async function saveWithin(
  { deps, actor, tx }: { deps: Deps; actor: Actor; tx: Tx },
  input: SaveGrantDecisionsInput,
): Promise<Outcome<{ saved: number }, DecisionRefusal>> {
  const { callId, decisions } = input
  const committee = await readCommitteeOfYear(tx, input)
  if (committee === undefined) return fail('grant_call_of_year', { field: 'committeeId' })
  const known = await lockApplications(tx, input)
  for (const decision of decisions) {
    const refusal = refusalOf(known.get(decision.applicationId), decision)
    if (refusal !== null) return refusal
  }
  await writeDecisions(tx, input)
  const numberOf = ({ applicationId }: Decision) => known.get(applicationId)?.applicationNumber ?? 0
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'grant_call.decide',
    subjectKind: 'grant_call',
    subjectId: callId,
    before: { decisions: decisions.map((decision) => ({ applicationNumber: numberOf(decision), awardedYen: known.get(decision.applicationId)?.awardedYen ?? null })) },
    after: {
      committee: committee.name,
      decisions: decisions.map((decision) => ({ applicationNumber: numberOf(decision), awardedYen: decision.awardedYen, reason: decision.reason })),
      totalYen: sumYen(decisions.map(({ awardedYen }) => awardedYen ?? yen(0))),
    },
  })
  return succeed({ saved: decisions.length })
}

/** The meeting, if it is of the call's year. */
async function readCommitteeOfYear(tx: Tx, { callId, committeeId }: SaveGrantDecisionsInput): Promise<{ readonly name: string } | undefined> {
  const [committee] = await tx.$queryRaw<{ name: string }[]>`
    SELECT m.name FROM grant_call c JOIN grant_committee m ON m.fiscal_year = c.fiscal_year
    WHERE c.id = ${callId}::uuid AND m.id = ${committeeId}::uuid`
  return committee
}

interface KnownApplication {
  readonly applicationNumber: number
  readonly isWithdrawn: boolean
  readonly awardedYen: Yen | null
  readonly revision: number | null
  readonly paidYen: Yen
}

/** The applications of the call, locked in the order of their ids, as payments of them do. */
async function lockApplications(tx: Tx, { callId, decisions }: SaveGrantDecisionsInput): Promise<ReadonlyMap<string, KnownApplication>> {
  const applicationIds = decisions.map(({ applicationId }) => applicationId)
  await tx.$queryRaw`
    SELECT 1 FROM grant_application WHERE id = ANY(${applicationIds}::uuid[]) AND call_id = ${callId}::uuid ORDER BY id FOR UPDATE`
  const rows = await tx.grantApplication.findMany({ where: { id: { in: applicationIds }, callId }, include: { decision: true } })
  const paid = await readPaidGrants(tx, applicationIds)
  return new Map(
    rows.map(({ id: applicationId, applicationNumber, withdrawnOn, decision }) => [
      applicationId,
      {
        applicationNumber,
        isWithdrawn: withdrawnOn !== null,
        awardedYen: decision === null ? null : yenFromColumn(decision.awardedYen),
        revision: decision?.revision ?? null,
        paidYen: paid.get(applicationId) ?? yen(0),
      },
    ]),
  )
}

function refusalOf(application: KnownApplication | undefined, { revision, awardedYen }: Decision): Failure<DecisionRefusal> | null {
  if (application === undefined) return fail('row_gone')
  const about = `第${application.applicationNumber}号`
  if (application.revision !== revision) return fail('changed_meanwhile')
  if (application.isWithdrawn) return fail('grant_application_withdrawn', { about })
  return (awardedYen ?? 0) < application.paidYen ? fail('grant_below_paid', { about }) : null
}

async function writeDecisions(tx: Tx, { committeeId, decisions }: SaveGrantDecisionsInput): Promise<void> {
  const taken = decisions.filter(({ awardedYen }) => awardedYen === null).map(({ applicationId }) => applicationId)
  await tx.grantDecision.deleteMany({ where: { applicationId: { in: taken } } })
  const made = decisions.filter(({ awardedYen }) => awardedYen !== null)
  await tx.$executeRaw`
    INSERT INTO grant_decision (application_id, committee_id, awarded_yen, reason)
      SELECT "applicationId", ${committeeId}::uuid, "awardedYen", reason
        FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS d("applicationId" uuid, "awardedYen" bigint, reason text)
      ON CONFLICT (application_id) DO UPDATE SET committee_id = excluded.committee_id, awarded_yen = excluded.awarded_yen, reason = excluded.reason`
}
