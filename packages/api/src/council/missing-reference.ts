import { isForeignKeyViolation, violatedConstraint } from '@sasaeai/db/refusals'
import { fail, type Failure } from '@sasaeai/domain/outcome/outcome'

type MissingReference = Failure<'year_not_open' | 'reference_gone'>

/** What a statement referred to that is not there: a fiscal year nobody has opened, or a row that is gone. */
export function missingReferenceOf(error: unknown): MissingReference | null {
  if (!isForeignKeyViolation(error)) return null
  return violatedConstraint(error)?.endsWith('fiscal_year_fkey') ? fail('year_not_open') : fail('reference_gone')
}

/** What a command answers, or that something it refers to is not there. */
export async function orMissingReference<Answer>(command: Promise<Answer>): Promise<Answer | MissingReference> {
  try {
    return await command
  } catch (error) {
    const missing = missingReferenceOf(error)
    if (missing === null) throw error
    return missing
  }
}
