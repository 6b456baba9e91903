import type { EntryDraft } from '../../ledger/entry-draft.ts'
import type { LedgerAccountId } from '../../ids.ts'
import { negateYen } from '../../money/yen.ts'
import { normalizeForSearch } from '../../text/search-text.ts'
import type { RemitCustodyInput } from './remittance-input.ts'

/** A remittance with what the books add to it: the drive's name and 預り金, and the 回 within the drive. */
export interface NumberedRemittance extends RemitCustodyInput {
  readonly campaignName: string
  readonly custodyAccountId: LedgerAccountId
  readonly sequence: number
}

/**
 * The payment that hands the money over: 預り金 against 現金預金. It carries the drive and no funding source, so that what
 * was collected stays as it was and only what is held gets less.
 */
export function entryOfRemittance(
  { remittanceId, remittedOn, amountYen, cashAccountId, custodyAccountId, campaignId, note, ...named }: NumberedRemittance,
  origin: Pick<EntryDraft, 'id' | 'postedById'>,
): EntryDraft {
  const description = [remittanceName(named), note].filter((words) => words !== '').join(' ')
  return {
    ...origin,
    entryDate: remittedOn,
    kind: 'payment',
    description,
    sourceKind: 'remittance',
    sourceId: remittanceId,
    searchText: normalizeForSearch(description),
    postings: [
      { accountId: custodyAccountId, amountYen, campaignId },
      { accountId: cashAccountId, amountYen: negateYen(amountYen) },
    ],
  }
}

/** 赤い羽根共同募金 送金 第1回 */
export function remittanceName({ campaignName, sequence }: Pick<NumberedRemittance, 'campaignName' | 'sequence'>): string {
  return `${campaignName} 送金 第${sequence}回`
}
