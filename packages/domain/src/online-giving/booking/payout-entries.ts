import type { LocalDate } from '../../calendar/local-date.ts'
import type { JournalEntryId, LedgerAccountId, UserId } from '../../ids.ts'
import type { EntryDraft, PostingDraft } from '../../ledger/entry-draft.ts'
import { reversalOfEntry } from '../../ledger/reversal-of-entry.ts'
import { negateYen, sumYen, yen, type Yen } from '../../money/yen.ts'
import { normalizeForSearch } from '../../text/search-text.ts'
import type { PayoutLineKind } from '../payout/payout-line-kind.ts'

/** A line of a payout, as far as the books need it; what goes away is negative. */
export interface PayoutAmounts {
  readonly kind: PayoutLineKind
  readonly grossYen: Yen
  readonly feeYen: Yen
}

export interface PayoutToBook {
  readonly id: JournalEntryId
  /** `<account code>:<po_…>` */
  readonly sourceId: string
  /** As it arrives at the bank, in yen; negative where the gateway draws money from it. */
  readonly amountYen: Yen
  readonly lines: readonly PayoutAmounts[]
  /** A day of an open month. */
  readonly bookedOn: LocalDate
  /** 支払いの受け口 */
  readonly accountName: string
  readonly bankAccountId: LedgerAccountId
  readonly feeAccountId: LedgerAccountId
  readonly receivableAccountId: LedgerAccountId
  readonly postedById: UserId
}

/** What lines come to: gross of what was paid and given back, the fees that were kept of it, and what is left. */
export function sumsOfPayout(lines: readonly PayoutAmounts[]): { readonly grossYen: Yen; readonly feeYen: Yen; readonly netYen: Yen } {
  const ofMoney = lines.filter(({ kind }) => kind !== 'fee')
  const ofFees = lines.filter(({ kind }) => kind === 'fee')
  const grossYen = sumYen(ofMoney.map((line) => line.grossYen))
  const feeYen = yen(sumYen(lines.map((line) => line.feeYen)) - sumYen(ofFees.map((line) => line.grossYen)))
  return { grossYen, feeYen, netYen: yen(grossYen - feeYen) }
}

/**
 * 入金: 預金 net and 支払手数料 against 未収金 gross. Refunds and disputes are netted within 未収金 alone, where they were
 * taken back; a fee is never netted with income. Null where nothing moves.
 * @throws RangeError when the lines do not come to what arrives.
 */
export function entryOfPayout(payout: PayoutToBook): EntryDraft | null {
  const { grossYen, feeYen, netYen } = sumsOfPayout(payout.lines)
  if (netYen !== payout.amountYen) throw new RangeError(`the lines come to ${netYen} yen, and ${payout.amountYen} arrive`)
  const postings: PostingDraft[] = [
    { accountId: payout.bankAccountId, amountYen: netYen },
    { accountId: payout.feeAccountId, amountYen: feeYen },
    { accountId: payout.receivableAccountId, amountYen: negateYen(grossYen) },
  ].filter(({ amountYen }) => amountYen !== 0)
  if (postings.length === 0) return null
  const description = `オンライン決済の入金 ${payout.accountName}`
  return {
    id: payout.id, entryDate: payout.bookedOn, kind: 'transfer', description, sourceKind: 'payout', sourceId: payout.sourceId, postedById: payout.postedById,
    searchText: normalizeForSearch(description), postings,
  }
}

/**
 * 送金できず after it was paid: the bank never had it, so the entry is reversed; but the fees were kept all the same and
 * are booked anew against 未収金. What did not arrive is owed to us again and comes with a later payout.
 */
export function entriesOfFailedPayout(
  entry: Pick<EntryDraft, 'id' | 'payerId' | 'description' | 'postings'>,
  { ids, bookedOn, reason, feeAccountId, receivableAccountId, postedById }:
    Pick<PayoutToBook, 'bookedOn' | 'feeAccountId' | 'receivableAccountId' | 'postedById'> & { readonly ids: readonly [JournalEntryId, JournalEntryId]; readonly reason: string },
): EntryDraft[] {
  const reversal = reversalOfEntry(entry, { id: ids[0], date: bookedOn, reason, postedById })
  const feeYen = sumYen(entry.postings.filter(({ accountId }) => accountId === feeAccountId).map(({ amountYen }) => amountYen))
  if (feeYen === 0) return [reversal]
  const description = `${entry.description}（手数料）`
  const fees: EntryDraft = {
    id: ids[1], entryDate: bookedOn, kind: 'transfer', description, sourceKind: 'correction', sourceId: entry.id, correctsEntryId: entry.id, reason, postedById,
    searchText: normalizeForSearch(`${description} ${reason}`),
    postings: [{ accountId: feeAccountId, amountYen: feeYen }, { accountId: receivableAccountId, amountYen: negateYen(feeYen) }],
  }
  return [reversal, fees]
}

/** The fees of a payout that failed before it was paid: they were kept all the same. Null where there are none. */
export function entryOfFailedFees(payout: PayoutToBook): EntryDraft | null {
  const { feeYen } = sumsOfPayout(payout.lines)
  if (feeYen === 0) return null
  const description = `オンライン決済の入金 ${payout.accountName}（手数料）`
  return {
    id: payout.id, entryDate: payout.bookedOn, kind: 'transfer', description, sourceKind: 'payout', sourceId: payout.sourceId, postedById: payout.postedById,
    searchText: normalizeForSearch(description),
    postings: [{ accountId: payout.feeAccountId, amountYen: feeYen }, { accountId: payout.receivableAccountId, amountYen: negateYen(feeYen) }],
  }
}
