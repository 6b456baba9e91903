import { fiscalYearOf } from '../../calendar/fiscal-year.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { JournalEntryId, LedgerAccountId, UserId } from '../../ids.ts'
import type { EntryDraft } from '../../ledger/entry-draft.ts'
import { reversalOfEntry } from '../../ledger/reversal-of-entry.ts'
import { negateYen, sumYen, yen, type Yen } from '../../money/yen.ts'
import { normalizeForSearch } from '../../text/search-text.ts'
import { postingsOfTotal } from './postings-of-total.ts'

/** An entry of the books, as far as what comes after it needs it. */
export type BookedEntry = Pick<EntryDraft, 'id' | 'entryDate' | 'kind' | 'payerId' | 'description' | 'postings'>

/** Money of a payment that is gone: a refund, or a dispute that was lost. */
export interface TakingBack {
  /** The entry that stands for what is left of the payment. */
  readonly entry: BookedEntry
  /** At most what the entry is over, in yen. */
  readonly amountYen: Yen
  /** A day of an open month. */
  readonly bookedOn: LocalDate
  readonly source: { readonly kind: 'online_refund' | 'online_dispute'; readonly id: string }
  readonly reason: string
  /** 未収金 of the payment account. */
  readonly receivableAccountId: LedgerAccountId
  /** 雑支出, for what was income of an earlier fiscal year; null where it was none (預り金), which has no years. */
  readonly expenseAccountId: LedgerAccountId | null
  readonly postedById: UserId
}

/** What came of it: how much stands still, and by which entry; an expense leaves the payment's own entry as it was. */
export interface BookedBack {
  readonly entries: readonly EntryDraft[]
  /** The entry that took it out of the books. */
  readonly takenById: JournalEntryId
  /** The entry that stands for what is left; null when nothing is. */
  readonly standingId: JournalEntryId | null
}

/**
 * 返金・異議申立て: within the fiscal year the whole is reversed (赤伝), and of a part what is left is booked anew (黒伝). In a
 * later year it is 雑支出, because that year's income is told already.
 */
export function entriesOfTakingBack(taking: TakingBack, ids: readonly [JournalEntryId, JournalEntryId]): BookedBack {
  const { entry, amountYen, bookedOn, expenseAccountId } = taking
  const leftYen = yen(totalOf(entry) - amountYen)
  if (amountYen <= 0 || leftYen < 0) throw new RangeError(`${amountYen} yen cannot be taken back from ${totalOf(entry)}`)
  if (expenseAccountId !== null && fiscalYearOf(entry.entryDate) < fiscalYearOf(bookedOn)) {
    return { entries: [expenseOf(taking, expenseAccountId, ids[0])], takenById: ids[0], standingId: entry.id }
  }
  const reversal = reversalOfEntry(entry, { id: ids[0], date: bookedOn, reason: taking.reason, postedById: taking.postedById })
  if (leftYen === 0) return { entries: [reversal], takenById: ids[0], standingId: null }
  return { entries: [reversal, correctionOf(entry, leftYen, { ...taking, id: ids[1] })], takenById: ids[0], standingId: ids[1] }
}

/** Money that was taken back comes again after all: a refund that failed, a dispute that was won on appeal. */
export interface GivingBack extends Omit<TakingBack, 'entry' | 'receivableAccountId' | 'expenseAccountId'> {
  /** The entry that took it out of the books: a reversal, or 雑支出. */
  readonly takenBy: BookedEntry
  /** The entry that stands for what was left; null when nothing was. */
  readonly standing: BookedEntry | null
  /** The entry that was reversed when nothing was left; null where something was. */
  readonly undone: BookedEntry | null
}

/** 返金できず: what was taken out is booked once more, as the payment was. */
export function entriesOfGivingBack(giving: GivingBack, ids: readonly [JournalEntryId, JournalEntryId]): Omit<BookedBack, 'takenById'> {
  const { takenBy, standing, undone, amountYen, bookedOn, reason, postedById } = giving
  if (takenBy.kind === 'payment') {
    return { entries: [reversalOfEntry(takenBy, { id: ids[0], date: bookedOn, reason, postedById })], standingId: standing?.id ?? null }
  }
  if (standing === null) {
    if (undone === null) throw new Error('nothing stands and nothing was undone')
    return { entries: [correctionOf(undone, amountYen, { ...giving, id: ids[0] })], standingId: ids[0] }
  }
  // What stands is of a year that is told already: only what comes again is booked.
  if (fiscalYearOf(standing.entryDate) < fiscalYearOf(bookedOn)) return { entries: [returnOf(standing, giving, ids[0])], standingId: standing.id }
  const reversal = reversalOfEntry(standing, { id: ids[0], date: bookedOn, reason, postedById })
  return { entries: [reversal, correctionOf(standing, yen(totalOf(standing) + amountYen), { ...giving, id: ids[1] })], standingId: ids[1] }
}

/** What an entry is over, in yen. */
export function totalOf({ postings }: Pick<EntryDraft, 'postings'>): Yen {
  return sumYen(postings.filter(({ amountYen }) => amountYen > 0).map(({ amountYen }) => amountYen))
}

/** 黒伝 */
function correctionOf(
  entry: BookedEntry,
  totalYen: Yen,
  { id, bookedOn, reason, postedById }: { id: JournalEntryId; bookedOn: LocalDate; reason: string; postedById: UserId },
): EntryDraft {
  return {
    id, entryDate: bookedOn, kind: entry.kind, payerId: entry.payerId, description: entry.description, sourceKind: 'correction', sourceId: entry.id,
    correctsEntryId: entry.id, reason, postedById, searchText: normalizeForSearch(`${entry.description} ${reason}`), postings: postingsOfTotal(entry.postings, totalYen),
  }
}

function expenseOf({ entry, amountYen, bookedOn, source, reason, receivableAccountId, postedById }: TakingBack, expenseAccountId: LedgerAccountId, id: JournalEntryId): EntryDraft {
  const description = `前年度までの受入の返金 ${entry.description}`
  return {
    id, entryDate: bookedOn, kind: 'payment', payerId: entry.payerId, description, sourceKind: source.kind, sourceId: source.id, reason, postedById,
    searchText: normalizeForSearch(`${description} ${reason}`),
    postings: [{ accountId: expenseAccountId, amountYen }, { accountId: receivableAccountId, amountYen: negateYen(amountYen) }],
  }
}

function returnOf(standing: BookedEntry, { amountYen, bookedOn, source, reason, postedById }: GivingBack, id: JournalEntryId): EntryDraft {
  const description = `返金の取消 ${standing.description}`
  return {
    id, entryDate: bookedOn, kind: standing.kind, payerId: standing.payerId, description, sourceKind: source.kind, sourceId: `${source.id}:returned`, reason, postedById,
    searchText: normalizeForSearch(`${description} ${reason}`), postings: postingsOfTotal(standing.postings, amountYen),
  }
}
