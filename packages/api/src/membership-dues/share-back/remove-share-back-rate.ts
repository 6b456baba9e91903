import { inTransaction } from '@sasaeai/db/in-transaction'
import type { ShareBackRateKey } from '@sasaeai/domain/membership-dues/terms/dues-terms-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { isShareBackPaid } from '../terms/read-terms-use.ts'

/** Takes an area's own rate away: the kind's rate, or that of an area above, holds again. */
export function removeShareBackRate(
  deps: Deps,
  actor: Actor,
  { fiscalYear, duesKindId, areaId }: ShareBackRateKey,
): Promise<Outcome<{ basisPoints: number }, 'share_back_paid' | 'row_gone'>> {
  const key = { duesKindId, fiscalYear, areaId }
  return inTransaction(deps.db, async (tx) => {
    if (await isShareBackPaid(tx, fiscalYear)) return fail('share_back_paid')
    const where = { duesKindId_fiscalYear_areaId: key }
    const before = await tx.shareBackRate.findUnique({ where })
    if (before === null) return fail('row_gone')
    await tx.shareBackRate.delete({ where })
    await recordAuditEvent(deps, tx, {
      actor,
      action: 'share_back_rate.delete',
      subjectKind: 'share_back_rate',
      subjectId: `${fiscalYear}/${duesKindId}/${areaId}`,
      before: { ...key, basisPoints: before.basisPoints },
    })
    return succeed({ basisPoints: before.basisPoints })
  })
}
