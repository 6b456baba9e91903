import { isForeignKeyViolation, violatedConstraint } from '@sasaeai/db/refusals'
import { fail, type Failure } from '@sasaeai/domain/outcome/outcome'

/** What a statement referred to that is not there: a fiscal year nobody has opened, or a row that is gone. */
export function missingReferenceOf(error: unknown): Failure<'year_not_open' | 'reference_gone'> | null {
  if (!isForeignKeyViolation(error)) return null
  return violatedConstraint(error)?.endsWith('fiscal_year_fkey') ? fail('year_not_open') : fail('reference_gone')
}
