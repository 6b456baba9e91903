import { inTransaction } from '@sasaeai/db/in-transaction'
import { violatedConstraint } from '@sasaeai/db/refusals'
import type { SaveShareBackRateInput } from '@sasaeai/domain/membership-dues/terms/dues-terms-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { missingReferenceOf } from '../../council/missing-reference.ts'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { isShareBackPaid } from '../terms/read-terms-use.ts'

type RateRefusal = 'share_back_paid' | 'dues_terms_missing' | 'reference_gone' | 'year_not_open'

/** Gives an area a rate of its own for a kind and year; it holds for everything below the area. */
export async function saveShareBackRate(
  deps: Deps,
  actor: Actor,
  { fiscalYear, duesKindId, areaId, basisPoints }: SaveShareBackRateInput,
): Promise<Outcome<{ basisPoints: number }, RateRefusal>> {
  const key = { duesKindId, fiscalYear, areaId }
  try {
    return await inTransaction(deps.db, async (tx) => {
      if (await isShareBackPaid(tx, fiscalYear)) return fail('share_back_paid', { field: 'basisPoints' })
      const where = { duesKindId_fiscalYear_areaId: key }
      const before = await tx.shareBackRate.findUnique({ where })
      await tx.shareBackRate.upsert({ where, create: { ...key, basisPoints }, update: { basisPoints } })
      await recordAuditEvent(deps, tx, {
        actor,
        action: before === null ? 'share_back_rate.create' : 'share_back_rate.update',
        subjectKind: 'share_back_rate',
        subjectId: `${fiscalYear}/${duesKindId}/${areaId}`,
        ...(before === null ? {} : { before: { basisPoints: before.basisPoints } }),
        after: { ...key, basisPoints },
      })
      return succeed({ basisPoints })
    })
  } catch (error) {
    // Rates stand on the terms of their kind and year.
    if (violatedConstraint(error)?.startsWith('share_back_rate_dues_kind_id')) {
      return fail('dues_terms_missing', { field: 'duesKindId' })
    }
    const missing = missingReferenceOf(error)
    if (missing === null) throw error
    return missing
  }
}
