import { inTransaction } from '@sasaeai/db/in-transaction'
import type { RemoveDuesTermsInput } from '@sasaeai/domain/membership-dues/terms/dues-terms-input'
import { problemOfTermsRemoval } from '@sasaeai/domain/membership-dues/terms/terms-change'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { detailsOfTerms } from './dues-terms-queries.ts'
import { readTermsUseOfKind } from './read-terms-use.ts'

/** Takes away a year's terms, with the 地域別の還元率 that belong to them, while nobody was asked by them yet. */
export function removeDuesTerms(
  deps: Deps,
  actor: Actor,
  { fiscalYear, duesKindId, revision }: RemoveDuesTermsInput,
): Promise<Outcome<{ rates: number }, 'changed_meanwhile' | 'dues_terms_in_use' | 'share_back_paid'>> {
  const key = { duesKindId, fiscalYear }
  return inTransaction(deps.db, async (tx) => {
    const row = await tx.duesTerms.findUnique({ where: { duesKindId_fiscalYear: key } })
    if (row?.revision !== revision) return fail('changed_meanwhile')
    const problem = problemOfTermsRemoval(await readTermsUseOfKind(tx, key))
    if (problem !== null) return fail(problem)
    const { count: rates } = await tx.shareBackRate.deleteMany({ where: key })
    await tx.duesTerms.delete({ where: { duesKindId_fiscalYear: key } })
    await recordAuditEvent(deps, tx, {
      actor,
      action: 'dues_terms.delete',
      subjectKind: 'dues_terms',
      subjectId: `${fiscalYear}/${duesKindId}`,
      before: { ...key, ...detailsOfTerms(row), rates },
    })
    return succeed({ rates })
  })
}
