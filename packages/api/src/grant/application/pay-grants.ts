import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { entryOfGrantPayment, type PaidGrant } from '@sasaeai/domain/grant/application/grant-payment-entry'
import type { PayGrantsInput } from '@sasaeai/domain/grant/application/grant-payment-input'
import { type GrantApplicationId, id } from '@sasaeai/domain/ids'
import { addYen, sumYen, type Yen, yen } from '@sasaeai/domain/money/yen'
import { fail, type Failure, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { type LedgerRefusal, ledgerRefusalOf } from '../../ledger/ledger-refusal.ts'
import { type EntryToPost, postEntries } from '../../ledger/post-entries.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { type GrantMoney, lockGrantMoney, type MoneyRefusal, refusalOfHeld } from './lock-grant-money.ts'
import { readPaidGrants } from './take-grant-application.ts'

type AwardRefusal = 'row_gone' | 'grant_application_withdrawn' | 'grant_not_awarded' | 'grant_overpaid'
type PayFailure = LedgerRefusal | MoneyRefusal | AwardRefusal | 'grant_exceeds_held'

interface PaidGrants {
  readonly payments: number
  readonly paidYen: Yen
}

/**
 * Pays awards of one call, one entry for each, all of them or none: never more than was awarded, never more than the
 * drive holds. What is sent again is answered with what it became the first time.
 */
export async function payGrants(deps: Deps, actor: Actor, input: PayGrantsInput): Promise<Outcome<PaidGrants, PayFailure>> {
  try {
    return await inTransaction(deps.db, (tx) => payWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    return refusal.code === 'period_closed' ? { ...refusal, field: 'paidOn' } : refusal
  }
}

async function payWithin(desk: Desk, input: PayGrantsInput): Promise<Outcome<PaidGrants, PayFailure>> {
  const { tx } = desk
  const money = await lockGrantMoney(tx, input)
  if (!money.ok) return money
  const paidYen = sumYen(input.payments.map(({ amountYen }) => amountYen))
  const paid = { payments: input.payments.length, paidYen }
  const known = await tx.grantPayment.count({ where: { id: { in: input.payments.map(({ paymentId }) => paymentId) } } })
  if (known > 0) return known === input.payments.length ? succeed(paid) : fail('already_posted')
  const awards = await lockAwards(tx, input)
  const refusal = refusalOfAwards(awards, input) ?? refusalOfHeld(money.value, paidYen)
  if (refusal !== null) return refusal
  await writePayments(desk, input, { money: money.value, awards })
  return succeed(paid)
}

interface Award {
  readonly applicationId: string
  readonly applicationNumber: number
  readonly projectName: string
  readonly groupName: string
  readonly isWithdrawn: boolean
  readonly awardedYen: Yen | null
  readonly paidYen: Yen
}

type Awards = ReadonlyMap<GrantApplicationId, Award>

/** The applications of the call that are to be paid, locked in the order of their ids, with what was paid of each. */
async function lockAwards(tx: Tx, { callId, payments }: PayGrantsInput): Promise<Awards> {
  const applicationIds = payments.map(({ applicationId }) => applicationId)
  // By itself, so that what is read below is what stands there once the others have let go.
  await tx.$queryRaw`
    SELECT 1 FROM grant_application WHERE id = ANY(${applicationIds}::uuid[]) AND call_id = ${callId}::uuid ORDER BY id FOR UPDATE`
  const rows = await tx.$queryRaw<LockedAward[]>`
    SELECT a.id, a.application_number AS "applicationNumber", a.project_name AS "projectName", s.name AS "groupName",
        a.withdrawn_on IS NOT NULL AS "isWithdrawn", d.awarded_yen AS "awardedYen"
      FROM grant_application a JOIN supporter s ON s.id = a.supporter_id LEFT JOIN grant_decision d ON d.application_id = a.id
      WHERE a.id = ANY(${applicationIds}::uuid[]) AND a.call_id = ${callId}::uuid ORDER BY a.id`
  const paid = await readPaidGrants(tx, applicationIds)
  return new Map(
    rows.map(({ id: applicationId, awardedYen, ...award }) => [
      applicationId,
      {
        ...award,
        applicationId,
        awardedYen: awardedYen === null ? null : yenFromColumn(awardedYen),
        paidYen: paid.get(applicationId) ?? yen(0),
      },
    ]),
  )
}

interface LockedAward extends Pick<Award, 'applicationNumber' | 'projectName' | 'groupName' | 'isWithdrawn'> {
  readonly id: GrantApplicationId
  readonly awardedYen: bigint | null
}

function refusalOfAwards(awards: Awards, { payments }: PayGrantsInput): Failure<AwardRefusal> | null {
  const paid = new Map([...awards].map(([applicationId, { paidYen }]) => [applicationId, paidYen]))
  for (const { applicationId, amountYen } of payments) {
    const award = awards.get(applicationId)
    if (award === undefined) return fail('row_gone')
    const about = `第${award.applicationNumber}号`
    if (award.isWithdrawn) return fail('grant_application_withdrawn', { about })
    if (award.awardedYen === null || award.awardedYen === 0) return fail('grant_not_awarded', { about })
    const sum = addYen(paid.get(applicationId) ?? yen(0), amountYen)
    if (sum > award.awardedYen) return fail('grant_overpaid', { about })
    paid.set(applicationId, sum)
  }
  return null
}

async function writePayments(desk: Desk, input: PayGrantsInput, { money, awards }: { money: GrantMoney; awards: Awards }): Promise<void> {
  const { deps, actor, tx } = desk
  const { callId, paidOn, cashAccountId } = input
  const booked = input.payments
    .flatMap((payment) => {
      const award = awards.get(payment.applicationId)
      return award === undefined ? [] : [{ award, ...payment, ...money, paidOn, cashAccountId }]
    })
    .toSorted((left, right) => left.award.applicationNumber - right.award.applicationNumber)
    .map(({ award, ...payment }) => ({ ...payment, entry: entryOf(desk, { ...award, ...payment }) }))
  await postEntries(desk, booked.map(({ entry, amountYen }) => toPost(entry, amountYen)))
  await tx.grantPayment.createMany({
    data: booked.map(({ paymentId, applicationId, amountYen, entry }) => ({
      id: paymentId, applicationId, paidOn: toDateColumn(paidOn), amountYen: BigInt(amountYen), entryId: entry.id,
    })),
  })
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'grant_call.pay',
    subjectKind: 'grant_call',
    subjectId: callId,
    after: { name: money.callName, paidOn, payments: booked.length, totalYen: sumYen(booked.map(({ amountYen }) => amountYen)) },
  })
}

function entryOf({ deps, actor }: Desk, paid: PaidGrant) {
  return entryOfGrantPayment(paid, { id: id(deps.newId()), postedById: actor.userId })
}

function toPost(entry: EntryToPost['entry'], amountYen: Yen): EntryToPost {
  const after = { entryDate: entry.entryDate, amountYen }
  return { entry, audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entry.id, after } }
}
