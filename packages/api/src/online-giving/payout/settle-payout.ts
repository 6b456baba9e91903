import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { id, type JournalEntryId } from '@sasaeai/domain/ids'
import type { EntryDraft } from '@sasaeai/domain/ledger/entry-draft'
import { totalOf } from '@sasaeai/domain/online-giving/booking/taken-back-entries'
import { entriesOfFailedPayout, entryOfFailedFees, entryOfPayout, type PayoutAmounts, sumsOfPayout } from '@sasaeai/domain/online-giving/booking/payout-entries'
import type { EventReason } from '@sasaeai/domain/online-giving/event/quarantine-reason'
import type { Desk } from '../../deps.ts'
import { postEntries } from '../../ledger/post-entries.ts'
import { readPostedEntry } from '../../ledger/read-posted-entry.ts'
import { readBookedAccount } from '../booking/booked-account.ts'
import { openBookingDay } from '../booking/open-booking-day.ts'
import type { LockedPayout } from './lock-payout.ts'
import { tellPaymentsOfPayout } from './tell-payments-of-payouts.ts'

/** Brings the books to where a payout stands now; null when they are there, or when something has to be told first. */
export async function settlePayout(desk: Desk, payout: LockedPayout): Promise<EventReason | null> {
  if (!payout.hasLines || payout.state === 'pending') return null
  const problem = payout.state === 'paid' ? await bookPaid(desk, payout) : await bookFailed(desk, payout)
  if (problem === null) await tellPaymentsOfPayout(desk.tx, payout.id)
  return problem
}

async function bookPaid(desk: Desk, payout: LockedPayout): Promise<EventReason | null> {
  if (payout.entryId !== null) return null
  const lines = await readAmounts(desk, payout)
  if (sumsOfPayout(lines).netYen !== payout.amountYen) return 'payout_sum_differs'
  const bookedOn = await openBookingDay(desk, payout.arrivesOn)
  if (bookedOn === null) return 'period_closed'
  const entry = entryOfPayout(await toBook(desk, payout, { lines, bookedOn }))
  if (entry !== null) await post(desk, payout, { entries: [entry], reason: '' })
  return null
}

/** Of one that was in the books all but the fees goes back; of one that failed at once only the fees are booked. */
async function bookFailed(desk: Desk, payout: LockedPayout): Promise<EventReason | null> {
  const bookedOn = await openBookingDay(desk, localDateInTokyo(payout.gatewayChangedAt))
  if (bookedOn === null) return 'period_closed'
  const draft = await toBook(desk, payout, { lines: await readAmounts(desk, payout), bookedOn })
  const reason = `送金できなかったため${payout.failure === '' ? '' : `（${payout.failure}）`}`
  if (payout.entryId === null) {
    const fees = entryOfFailedFees(draft)
    if (fees !== null) await post(desk, payout, { entries: [fees], reason })
    return null
  }
  const entry = await readPostedEntry(desk.tx, payout.entryId)
  const isUndone = (await desk.tx.journalEntry.count({ where: { reversesEntryId: payout.entryId } })) > 0
  if (entry === null || isUndone || !entry.postings.some(({ accountId }) => accountId === draft.bankAccountId)) return null
  await post(desk, payout, { entries: entriesOfFailedPayout(entry, { ...draft, ids: [id(desk.deps.newId()), id(desk.deps.newId())], reason }), reason })
  return null
}

async function toBook({ deps, actor, tx }: Desk, payout: LockedPayout, { lines, bookedOn }: { lines: readonly PayoutAmounts[]; bookedOn: LocalDate }) {
  const { code, name, bankAccountId, feeAccountId, receivableAccountId } = await readBookedAccount(tx, payout.paymentAccountId)
  return {
    id: id<'JournalEntryId'>(deps.newId()), sourceId: `${code}:${payout.gatewayPayoutId}`, amountYen: payout.amountYen, lines, bookedOn, accountName: name,
    bankAccountId, feeAccountId, receivableAccountId, postedById: actor.userId,
  }
}

function readAmounts({ tx }: Desk, payout: LockedPayout): Promise<PayoutAmounts[]> {
  return tx.$queryRaw<PayoutAmounts[]>`
    SELECT kind::text AS kind, gross_yen::float8 AS "grossYen", fee_yen::float8 AS "feeYen" FROM payout_line WHERE payout_id = ${payout.id}::uuid ORDER BY happened_at, gateway_line_id`
}

async function post(desk: Desk, payout: LockedPayout, { entries, reason }: { entries: readonly EntryDraft[]; reason: string }): Promise<void> {
  await postEntries(desk, entries.map((entry) => ({
    entry,
    audit: { action: entry.kind === 'reversal' ? 'payout.fail' : 'payout.book', subjectKind: 'payout', subjectId: payout.id, after: { entryDate: entry.entryDate, amountYen: totalOf(entry) }, reason },
  })))
  const entryId: JournalEntryId | undefined = payout.entryId ?? entries[0]?.id
  if (entryId !== undefined) await desk.tx.payout.update({ where: { id: payout.id }, data: { entryId } })
}
