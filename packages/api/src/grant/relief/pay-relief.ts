import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import { entryOfRelief } from '@sasaeai/domain/grant/relief/relief-payment-entry'
import type { PayReliefInput } from '@sasaeai/domain/grant/relief/relief-payment-input'
import { id, type ReliefPaymentId } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { type LedgerRefusal, ledgerRefusalOf } from '../../ledger/ledger-refusal.ts'
import { postEntries } from '../../ledger/post-entries.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { type GrantMoney, lockGrantMoney, type MoneyRefusal, refusalOfHeld } from '../application/lock-grant-money.ts'

type PayFailure = LedgerRefusal | MoneyRefusal | 'grant_exceeds_held' | 'relief_area_too_fine' | 'relief_class_closed' | 'grant_call_of_year'

/**
 * 見舞金の支払: one entry for a class in a 校区, naming nobody. Never more than the drive holds; what is sent again is
 * answered with what it became the first time.
 */
export async function payRelief(deps: Deps, actor: Actor, input: PayReliefInput): Promise<Outcome<{ paymentId: ReliefPaymentId }, PayFailure>> {
  try {
    return await inTransaction(deps.db, (tx) => payWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal !== null) return refusal.code === 'period_closed' ? { ...refusal, field: 'paidOn' } : refusal
    if (isForeignKeyViolation(error)) return fail('reference_gone')
    throw error
  }
}

async function payWithin(desk: Desk, input: PayReliefInput): Promise<Outcome<{ paymentId: ReliefPaymentId }, PayFailure>> {
  const { tx } = desk
  const { paymentId } = input
  const money = await lockGrantMoney(tx, input)
  if (!money.ok) return money
  if ((await tx.reliefPayment.count({ where: { id: paymentId } })) > 0) return succeed({ paymentId })
  const refusal = refusalOfHeld(money.value, input.amountYen)
  if (refusal !== null) return { ...refusal, field: 'amountYen' }
  const names = await readNames(tx, input)
  if (!names.ok) return names
  await writePayment(desk, input, { money: money.value, ...names.value })
  return succeed({ paymentId })
}

interface Names {
  readonly className: string
  readonly area: { readonly areaId: NonNullable<PayReliefInput['areaId']>; readonly name: string } | null
}

/** What the ids stand for, where they may be used: a class in use, an area no finer than a 校区, a meeting of the year. */
async function readNames(tx: Tx, { reliefClassId, areaId, committeeId, callId }: PayReliefInput): Promise<Outcome<Names, PayFailure>> {
  const reliefClass = await tx.reliefClass.findUnique({ where: { id: reliefClassId } })
  if (reliefClass === null) return fail('reference_gone')
  if (reliefClass.closedOn !== null) return fail('relief_class_closed', { field: 'reliefClassId' })
  const call = await tx.grantCall.findUniqueOrThrow({ where: { id: callId }, select: { fiscalYear: true } })
  const meeting = committeeId === null ? null : await tx.grantCommittee.findUnique({ where: { id: committeeId }, select: { fiscalYear: true } })
  if (meeting !== null && meeting.fiscalYear !== call.fiscalYear) return fail('grant_call_of_year', { field: 'committeeId' })
  if (areaId === null) return succeed({ className: reliefClass.name, area: null })
  const area = await tx.area.findUnique({ where: { id: areaId }, select: { name: true, areaType: { select: { level: true } } } })
  if (area === null) return fail('reference_gone')
  if (area.areaType.level > 1) return fail('relief_area_too_fine', { field: 'areaId' })
  return succeed({ className: reliefClass.name, area: { areaId, name: area.name } })
}

async function writePayment(desk: Desk, input: PayReliefInput, { money, ...names }: Names & { readonly money: GrantMoney }): Promise<void> {
  const { deps, actor, tx } = desk
  const { paymentId, callId, reliefClassId, committeeId, areaId, paidOn, recipients, amountYen } = input
  const entry = entryOfRelief({ ...input, ...money, ...names }, { id: id(deps.newId()), postedById: actor.userId })
  const after = { entryDate: paidOn, amountYen }
  await postEntries(desk, [{ entry, audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entry.id, after } }])
  await tx.reliefPayment.create({
    data: { id: paymentId, callId, reliefClassId, committeeId, areaId, paidOn: toDateColumn(paidOn), recipients, amountYen: BigInt(amountYen), entryId: entry.id },
  })
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'relief_payment.post',
    subjectKind: 'relief_payment',
    subjectId: paymentId,
    after: { title: entry.description, paidOn, recipients, amountYen },
  })
}
