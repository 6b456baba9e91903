import { violatedConstraint } from '@sasaeai/db/refusals'
import { sqlStateOf } from '@sasaeai/db/sql-state'
import { fail, type Failure } from '@sasaeai/domain/outcome/outcome'

export type ReceiptRefusal = 'receipt_not_receivable' | 'receipt_entry_reversed' | 'receipt_already_issued' | 'receipt_year_issued' | 'receipt_number_taken'

/** What PostgreSQL's refusal of a receipt means, or null when the error is none of its. The codes are raised in migrations. */
export function receiptRefusalOf(error: unknown): Failure<ReceiptRefusal> | null {
  const state = sqlStateOf(error)
  if (state === 'SA007') return fail('receipt_not_receivable')
  if (state === 'SA020') return fail('receipt_entry_reversed')
  switch (violatedConstraint(error)) {
    case 'receipt_entry_one_live_idx':
      return fail('receipt_already_issued')
    case 'receipt_one_live_per_year_idx':
      return fail('receipt_year_issued')
    case 'receipt_printed_number_key':
    case 'receipt_spoil_printed_number_key':
      return fail('receipt_number_taken')
    default:
      return null
  }
}
