import { violatedConstraint } from '@sasaeai/db/refusals'
import { sqlStateOf } from '@sasaeai/db/sql-state'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { localDateSchema } from '@sasaeai/domain/calendar/local-date-schema'
import { fail, type Failure } from '@sasaeai/domain/outcome/outcome'

export type LedgerRefusal =
  | 'period_closed'
  | 'already_posted'
  | 'already_reversed'
  | 'reversal_not_reversible'
  | 'reference_gone'
  | 'campaign_closed'
  | 'books_mixed'
  | 'entry_receipted'
  | 'entry_follows_gateway'

/**
 * What PostgreSQL's refusal of an entry means, or null when the error is no refusal of the ledger's. The codes are
 * raised in the ledger's migrations, the constraints are named there.
 */
export function ledgerRefusalOf(error: unknown): Failure<LedgerRefusal> | null {
  switch (sqlStateOf(error)) {
    case 'SA003':
      return fail('period_closed', { field: 'entryDate', ...closedDateIn(error) })
    case 'SA004':
      return fail('reversal_not_reversible')
    case 'SA013':
      return fail('campaign_closed')
    case 'SA020':
      return fail('entry_receipted')
    case 'SA043':
      return fail('entry_follows_gateway')
    case 'SA010':
      return fail('books_mixed')
    default:
      return refusalByConstraint(violatedConstraint(error))
  }
}

function refusalByConstraint(constraint: string | undefined): Failure<LedgerRefusal> | null {
  switch (constraint) {
    case 'journal_entry_source_kind_source_id_key':
      return fail('already_posted')
    case 'journal_entry_reverses_entry_id_key':
      return fail('already_reversed')
    // The year has not been opened at all.
    case 'journal_entry_fiscal_year_fkey':
      return fail('period_closed', { field: 'entryDate' })
    default:
      // Something chosen was deleted meanwhile: the copy of the ground data may be a second old.
      return /^(journal_entry|posting|intake_line)_\w+_fkey$/.test(constraint ?? '') ? fail('reference_gone') : null
  }
}

/** The refused date stands in the sentence that the trigger raises. */
function closedDateIn(error: unknown): { about?: string } {
  const text = error instanceof Error ? /\d{4}-\d{2}-\d{2}/.exec(error.message)?.[0] : undefined
  const date = localDateSchema.safeParse(text)
  return date.success ? { about: formatLocalDate(date.data) } : {}
}
