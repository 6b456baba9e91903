import type { LocalDate } from '../../calendar/local-date.ts'
import type { AreaId, LedgerAccountId, ReliefPaymentId } from '../../ids.ts'
import type { EntryDraft } from '../../ledger/entry-draft.ts'
import { groupDigits } from '../../money/group-digits.ts'
import { negateYen, type Yen } from '../../money/yen.ts'
import { normalizeForSearch } from '../../text/search-text.ts'
import type { GrantDebit } from '../application/grant-payment-entry.ts'

export interface PaidRelief {
  readonly paymentId: ReliefPaymentId
  readonly callName: string
  readonly className: string
  readonly area: { readonly areaId: AreaId; readonly name: string } | null
  readonly recipients: number
  readonly amountYen: Yen
  readonly paidOn: LocalDate
  readonly debit: GrantDebit
  readonly cashAccountId: LedgerAccountId
}

/** The payment of 見舞金 to a class in a 校区. Its description is put together of the council's own words: it names nobody. */
export function entryOfRelief(relief: PaidRelief, origin: Pick<EntryDraft, 'id' | 'postedById'>): EntryDraft {
  const { paymentId, area, amountYen, paidOn, debit, cashAccountId } = relief
  const whom = [relief.callName, relief.className, ...(area === null ? [] : [area.name]), `${groupDigits(relief.recipients)}件`]
  const description = whom.join(' ')
  return {
    ...origin,
    entryDate: paidOn,
    kind: 'payment',
    description,
    sourceKind: 'relief_payment',
    sourceId: paymentId,
    searchText: normalizeForSearch(description),
    postings: [
      { ...debit, amountYen, ...(area === null ? {} : { areaId: area.areaId }) },
      { accountId: cashAccountId, amountYen: negateYen(amountYen) },
    ],
  }
}
