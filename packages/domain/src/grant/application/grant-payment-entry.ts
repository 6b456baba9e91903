import type { LocalDate } from '../../calendar/local-date.ts'
import type { CampaignId, GrantPaymentId, LedgerAccountId } from '../../ids.ts'
import type { EntryDraft } from '../../ledger/entry-draft.ts'
import { negateYen, type Yen } from '../../money/yen.ts'
import { normalizeForSearch } from '../../text/search-text.ts'

/** Where the money of a call is booked: the drive's 預り金, or the council's own spending. */
export type GrantDebit =
  | { readonly accountId: LedgerAccountId; readonly campaignId: CampaignId }
  | { readonly accountId: LedgerAccountId; readonly campaignId: undefined }

export interface PaidGrant {
  readonly paymentId: GrantPaymentId
  readonly amountYen: Yen
  readonly applicationNumber: number
  readonly projectName: string
  readonly groupName: string
  readonly callName: string
  readonly paidOn: LocalDate
  readonly debit: GrantDebit
  readonly cashAccountId: LedgerAccountId
}

/**
 * The payment of one award. Out of a drive it carries the drive and no funding source, so that what was collected stays
 * as it was and only what is held gets less. The group is named in the description and not as a giver.
 */
export function entryOfGrantPayment(paid: PaidGrant, origin: Pick<EntryDraft, 'id' | 'postedById'>): EntryDraft {
  const { paymentId, amountYen, paidOn, debit, cashAccountId } = paid
  const description = `${paid.callName} 第${paid.applicationNumber}号 ${paid.groupName} ${paid.projectName}`
  return {
    ...origin,
    entryDate: paidOn,
    kind: 'payment',
    description,
    sourceKind: 'grant_payment',
    sourceId: paymentId,
    searchText: normalizeForSearch(description),
    postings: [
      { ...debit, amountYen },
      { accountId: cashAccountId, amountYen: negateYen(amountYen) },
    ],
  }
}
