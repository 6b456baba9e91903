import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { id, type JournalEntryId, type LedgerAccountId, type ReceiptId } from '@sasaeai/domain/ids'
import { defaultChart } from '@sasaeai/domain/ledger/default-chart'
import type { EntryDraft } from '@sasaeai/domain/ledger/entry-draft'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import type { Yen } from '@sasaeai/domain/money/yen'
import { type BookedEntry, entriesOfGivingBack, entriesOfTakingBack, type TakingBack, totalOf } from '@sasaeai/domain/online-giving/booking/taken-back-entries'
import type { EventReason } from '@sasaeai/domain/online-giving/event/quarantine-reason'
import type { RefundedReceipt } from '@sasaeai/domain/online-giving/refund/refund-mail'
import type { Desk } from '../../deps.ts'
import { type EntryToPost, postEntries } from '../../ledger/post-entries.ts'
import { readGroundData } from '../../ledger/read-ground-data.ts'
import { readPostedEntry } from '../../ledger/read-posted-entry.ts'
import { issueWithin } from '../../receipt/issue-receipt.ts'
import { voidWithin } from '../../receipt/void-receipt.ts'
import type { BookedAccount } from './booked-account.ts'
import type { LockedPayment } from './lock-payment.ts'
import { openBookingDay } from './open-booking-day.ts'

/** What is taken back of a payment, or comes again: on which day the gateway did it, and why. */
export interface BackAct {
  readonly payment: LockedPayment
  readonly amountYen: Yen
  readonly day: LocalDate
  readonly source: TakingBack['source']
  readonly reason: string
}

type TakenBack = { readonly takenById: JournalEntryId; readonly receipt: RefundedReceipt } | { readonly problem: EventReason }

/**
 * Takes money that a giver has got back out of the books, inside the caller's transaction. A receipt that is in force is
 * made void first and issued anew over what is left; in a later fiscal year only the whole makes it void.
 */
export async function takeBack(desk: Desk, account: BookedAccount, act: BackAct): Promise<TakenBack> {
  const { tx } = desk
  const { payment, amountYen, reason } = act
  if (amountYen > payment.amountYen - payment.refundedYen) return { problem: 'refund_too_much' }
  const entry = payment.entryId === null ? null : await readPostedEntry(tx, payment.entryId)
  if (entry === null) return { problem: 'entry_undone' }
  if (totalOf(entry) < amountYen) return { problem: 'refund_too_much' }
  const bookedOn = await openBookingDay(desk, act.day)
  if (bookedOn === null) return { problem: 'period_closed' }
  const expense = expenseAccountFor(entry, await readGroundData(desk.deps.db))
  const isLate = fiscalYearOf(entry.entryDate) < fiscalYearOf(bookedOn) && expense.isNeeded
  if (isLate && expense.accountId === null) return { problem: 'expense_account_missing' }
  const booked = entriesOfTakingBack(
    { entry, amountYen, bookedOn, source: act.source, reason, receivableAccountId: account.receivableAccountId, expenseAccountId: isLate ? expense.accountId : null, postedById: desk.actor.userId },
    twoIds(desk),
  )
  const isWhole = payment.refundedYen + amountYen === payment.amountYen
  const receipt = isLate && !isWhole ? null : await voidReceiptOf(desk, entry.id, reason)
  await postEntries(desk, booked.entries.map((draft) => toPost(draft, entry.id, reason)))
  await keepStanding(desk, { payment, entry, standingId: booked.standingId, refundedYen: payment.refundedYen + amountYen })
  if (receipt === null) return { takenById: booked.takenById, receipt: 'none' }
  const isIssuedAnew = booked.standingId !== null && !isLate && (await issueAnew(desk, receipt, { from: entry.id, to: booked.standingId }))
  if (isIssuedAnew) await sendAnew(desk, payment)
  return { takenById: booked.takenById, receipt: isIssuedAnew ? 'anew' : 'void' }
}

/** Books money that was taken back and comes again after all, as the payment was. Receipts are issued anew by whoever asks for one. */
export async function giveBack(desk: Desk, act: BackAct & { readonly takenById: JournalEntryId }): Promise<{ readonly problem: EventReason } | null> {
  const { tx } = desk
  const { payment, amountYen, source, reason } = act
  const takenBy = await readPostedEntry(tx, act.takenById)
  const standing = payment.entryId === null ? null : await readPostedEntry(tx, payment.entryId)
  const undone = standing === null ? await entryUndoneBy(desk, act.takenById) : null
  if (takenBy === null || (standing === null && undone === null)) return { problem: 'entry_undone' }
  const bookedOn = await openBookingDay(desk, act.day)
  if (bookedOn === null) return { problem: 'period_closed' }
  const booked = entriesOfGivingBack({ takenBy, standing, undone, amountYen, bookedOn, source, reason, postedById: desk.actor.userId }, twoIds(desk))
  const before = standing ?? undone
  if (before === null) throw new Error('nothing to book anew')
  const receipt = booked.standingId === before.id ? null : await voidReceiptOf(desk, before.id, reason)
  await postEntries(desk, booked.entries.map((draft) => toPost(draft, before.id, reason)))
  await keepStanding(desk, { payment, entry: before, standingId: booked.standingId, refundedYen: payment.refundedYen - amountYen })
  if (receipt !== null && booked.standingId !== null) await issueAnew(desk, receipt, { from: before.id, to: booked.standingId })
  return null
}

function twoIds({ deps }: Desk): [JournalEntryId, JournalEntryId] {
  return [id(deps.newId()), id(deps.newId())]
}

/** 雑支出 stands for what was income of an earlier year; money held for others (預り金) has no years. */
function expenseAccountFor(entry: BookedEntry, { accounts }: GroundData): { readonly isNeeded: boolean; readonly accountId: LedgerAccountId | null } {
  const isNeeded = entry.postings.some(({ accountId, amountYen }) => amountYen < 0 && accounts.get(accountId)?.category === 'income')
  const wanted = defaultChart.find(({ code }) => code === '5900')
  const usable = [...accounts].filter(([, { category, book, isHeading, isClosed }]) => category === 'expense' && book === 'council' && !isHeading && !isClosed)
  const found = usable.find(([, { name }]) => name === wanted?.name) ?? usable.find(([, { code }]) => code === wanted?.code)
  return { isNeeded, accountId: found?.[0] ?? null }
}

async function entryUndoneBy({ tx }: Desk, reversalId: JournalEntryId): Promise<BookedEntry | null> {
  const reversal = await tx.journalEntry.findUnique({ where: { id: reversalId }, select: { reversesEntryId: true } })
  return reversal?.reversesEntryId == null ? null : readPostedEntry(tx, id(reversal.reversesEntryId))
}

interface VoidedReceipt {
  /** Whose receipt it was, all of them. */
  readonly entryIds: readonly JournalEntryId[]
  readonly seriesId: string
  readonly isOfYear: boolean
}

/** What is under a receipt is frozen, so the receipt goes first; null when there is none in force. */
async function voidReceiptOf(desk: Desk, entryId: JournalEntryId, reason: string): Promise<VoidedReceipt | null> {
  const live = await desk.tx.receiptEntry.findFirst({
    where: { entryId, isLive: true },
    select: { receiptId: true, receipt: { select: { seriesId: true, calendarYear: true, entries: { select: { entryId: true } } } } },
  })
  if (live === null) return null
  const receiptId: ReceiptId = id(live.receiptId)
  const voided = await voidWithin(desk, { receiptId, reason: reason.slice(0, 100) })
  if (!voided.ok) throw new Error(`receipt ${receiptId} could not be made void: ${voided.code}`)
  return { entryIds: live.receipt.entries.map((each) => id<'JournalEntryId'>(each.entryId)), seriesId: live.receipt.seriesId, isOfYear: live.receipt.calendarYear !== null }
}

/** 年間証明 is issued for a whole year, and by hand; any other receipt comes anew over what is left. Where it cannot, the list of what has none shows it. */
async function issueAnew(desk: Desk, { entryIds, seriesId, isOfYear }: VoidedReceipt, { from, to }: { from: JournalEntryId; to: JournalEntryId }): Promise<boolean> {
  if (isOfYear) return false
  const issued = await issueWithin(desk, { entryIds: entryIds.map((entryId) => (entryId === from ? to : entryId)), seriesId: id(seriesId) })
  return issued.ok
}

/** A giver who has the receipt by mail has the new one by mail as well. */
async function sendAnew({ tx }: Desk, { id: paymentId }: LockedPayment): Promise<void> {
  await tx.onlinePayment.updateMany({ where: { id: paymentId, care: 'done', gift: { receiptWish: 'pdf' } }, data: { care: 'mail' } })
}

/** What is known of a gift goes over to what stands for it now, and with it the day that receipts say. */
async function keepStanding(
  { tx }: Desk,
  { payment, entry, standingId, refundedYen }: { payment: LockedPayment; entry: BookedEntry; standingId: JournalEntryId | null; refundedYen: number },
): Promise<void> {
  if (standingId !== null && standingId !== entry.id) {
    await tx.$executeRaw`
      INSERT INTO donation (entry_id, kind, deceased_name, mourner_name, relationship, occasion, goods, channel_id, staff, consent, printed_name, note, instalment_id, received_on)
      SELECT ${standingId}::uuid, kind, deceased_name, mourner_name, relationship, occasion, goods, channel_id, staff, consent, printed_name, note, instalment_id, coalesce(received_on, ${entry.entryDate}::date)
      FROM donation WHERE entry_id = ${entry.id}::uuid`
  }
  await tx.onlinePayment.update({ where: { id: payment.id }, data: { entryId: standingId, refundedYen: BigInt(refundedYen) } })
}

function toPost(entry: EntryDraft, subjectId: JournalEntryId, reason: string): EntryToPost {
  const after = { entryDate: entry.entryDate, amountYen: totalOf(entry) }
  if (entry.reversesEntryId !== undefined) {
    return { entry, audit: { action: 'ledger.reverse', subjectKind: 'journal_entry', subjectId: entry.reversesEntryId, after: { reversedBy: entry.id, reversalDate: entry.entryDate }, reason } }
  }
  const correction = { action: 'ledger.correct', subjectKind: 'journal_entry', subjectId, after: { correctedBy: entry.id, ...after }, reason }
  return { entry, audit: entry.correctsEntryId === undefined ? { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entry.id, after, reason } : correction }
}
