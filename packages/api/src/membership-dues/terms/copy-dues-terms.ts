import { inTransaction } from '@sasaeai/db/in-transaction'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { CopyDuesTermsInput } from '@sasaeai/domain/membership-dues/terms/dues-terms-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { missingReferenceOf } from '../../council/missing-reference.ts'
import { takeOverDuesTerms, type TakenOverTerms } from '../../council/take-over-dues-terms.ts'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/**
 * Takes over the terms of another year: what is missing in this one, with its 地域別の還元率, and never in place of what
 * stands. It may be repeated; the second time there is nothing to copy and nothing is noted.
 */
export async function copyDuesTerms(
  deps: Deps,
  actor: Actor,
  { from, to }: CopyDuesTermsInput,
): Promise<Outcome<TakenOverTerms, 'dues_terms_nothing_to_copy' | 'changed_meanwhile' | 'reference_gone' | 'year_not_open'>> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      if ((await tx.duesTerms.count({ where: { fiscalYear: from } })) === 0) {
        return fail('dues_terms_nothing_to_copy', { about: formatFiscalYear(from) })
      }
      const copied = await takeOverDuesTerms(tx, { from, to })
      if (copied.terms === 0) return succeed(copied)
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'dues_terms.copy',
        subjectKind: 'dues_terms',
        subjectId: String(to),
        after: { fiscalYear: to, fromYear: from, ...copied },
      })
      return succeed(copied)
    })
  } catch (error) {
    if (isUniqueViolation(error)) return fail('changed_meanwhile')
    const missing = missingReferenceOf(error)
    if (missing === null) throw error
    return missing
  }
}
