import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import type { DuesTermsDetails, SaveDuesTermsInput } from '@sasaeai/domain/membership-dues/terms/dues-terms-input'
import { problemOfTermsChange, type TermsProblem } from '@sasaeai/domain/membership-dues/terms/terms-change'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { missingReferenceOf } from '../../council/missing-reference.ts'
import type { Actor, Deps } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { detailsOfTerms } from './dues-terms-queries.ts'
import { readTermsUseOfKind } from './read-terms-use.ts'

/**
 * Writes what a fiscal year asks of a kind of membership, on the revision that the form was opened on.
 *
 * Unit and 目安 are settled once letters went out or money came in; the rate once share-back of the year was paid.
 */
export async function saveDuesTerms(
  deps: Deps,
  actor: Actor,
  input: SaveDuesTermsInput,
): Promise<Outcome<Pick<SaveDuesTermsInput, 'duesKindId' | 'fiscalYear'>, TermsProblem | 'changed_meanwhile' | 'reference_gone' | 'year_not_open'>> {
  const { fiscalYear, duesKindId, details } = input
  const key = { duesKindId, fiscalYear }
  try {
    return await inTransaction(deps.db, async (tx) => {
      const row = await tx.duesTerms.findUnique({ where: { duesKindId_fiscalYear: key } })
      if ((row?.revision ?? null) !== input.revision) return fail('changed_meanwhile')
      const before = row === null ? null : detailsOfTerms(row)
      const problem = before === null ? null : await problemOf(tx, input, before)
      if (problem !== null) return fail(problem.code, { field: problem.field })
      await tx.duesTerms.upsert({
        where: { duesKindId_fiscalYear: key },
        create: { ...key, ...details },
        update: details,
      })
      const changed = before === null ? { after: details } : changedFields(before, details)
      await recordAuditEvent(deps, tx, {
        actor,
        action: before === null ? 'dues_terms.create' : 'dues_terms.update',
        subjectKind: 'dues_terms',
        subjectId: `${fiscalYear}/${duesKindId}`,
        ...changed,
        after: { ...key, ...changed.after },
      })
      return succeed(key)
    })
  } catch (error) {
    // Somebody else gave the year its first terms at the same moment.
    if (isUniqueViolation(error)) return fail('changed_meanwhile')
    const missing = missingReferenceOf(error)
    if (missing === null) throw error
    return missing
  }
}

async function problemOf(tx: Tx, { fiscalYear, duesKindId, details }: SaveDuesTermsInput, before: DuesTermsDetails) {
  return problemOfTermsChange({ before, after: details }, await readTermsUseOfKind(tx, { fiscalYear, duesKindId }))
}
