import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import { sqlStateOf } from '@sasaeai/db/sql-state'
import { fail, type Failure } from '@sasaeai/domain/outcome/outcome'

export type MembershipRefusal = 'membership_overlaps' | 'reference_gone'

/** What PostgreSQL's refusal of a membership means; an error that is none of its refusals is thrown on. */
export function membershipRefusalOf(error: unknown): Failure<MembershipRefusal> {
  // Raised by check_membership_overlap (migration membership_dues).
  if (sqlStateOf(error) === 'SA006') return fail('membership_overlaps')
  if (isForeignKeyViolation(error)) return fail('reference_gone')
  throw error
}
