import { formatFiscalYear } from '../../calendar/japanese-era.ts'
import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import type { FundingSourceId, LedgerAccountId } from '../../ids.ts'
import type { EntryDraft } from '../../ledger/entry-draft.ts'
import { negateYen } from '../../money/yen.ts'
import { normalizeForSearch } from '../../text/search-text.ts'
import { type DriveKind, driveKindNames } from '../campaign/drive-kind.ts'
import type { ReceiveAllocationInput } from './receive-allocation-input.ts'

/** What the books have to know of the allocation that a 受入 is a part of. */
export interface ReceivedAllocation {
  readonly name: string
  readonly sourceYear: FiscalYear
  readonly drive: DriveKind
  readonly label: string
  readonly fundingSourceId: FundingSourceId
  /** 収入の科目 of the funding source. */
  readonly incomeAccountId: LedgerAccountId
}

/** The receipt that 配分金 is booked as: 現金預金 against the income of its funding source. It is the council's own money, so no drive stands on it. */
export function entryOfAllocationReceipt(
  { receiptId, receivedOn, amountYen, cashAccountId, note }: Omit<ReceiveAllocationInput, 'allocationId'>,
  allocation: ReceivedAllocation,
  origin: Pick<EntryDraft, 'id' | 'postedById'>,
): EntryDraft {
  const description = [`${allocation.name}（${originOfAllocation(allocation)}）`, note].filter((words) => words !== '').join(' ')
  return {
    ...origin,
    entryDate: receivedOn,
    kind: 'receipt',
    description,
    sourceKind: 'allocation_receipt',
    sourceId: receiptId,
    searchText: normalizeForSearch(description),
    postings: [
      { accountId: cashAccountId, amountYen },
      { accountId: allocation.incomeAccountId, amountYen: negateYen(amountYen), fundingSourceId: allocation.fundingSourceId, count: 1 },
    ],
  }
}

/** 令和7年度 赤い羽根共同募金 A枠 */
export function originOfAllocation({ sourceYear, drive, label }: Pick<ReceivedAllocation, 'sourceYear' | 'drive' | 'label'>): string {
  return [formatFiscalYear(sourceYear), driveKindNames[drive], label].filter((words) => words !== '').join(' ')
}
