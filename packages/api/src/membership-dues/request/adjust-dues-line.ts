import { inTransaction } from '@sasaeai/db/in-transaction'
import type { AdjustDuesLineInput } from '@sasaeai/domain/membership-dues/request/dues-request-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/**
 * Writes what a person says that one payer is asked for, with the reason. Later preparations leave the line as it is;
 * a 納入番号 stays.
 */
export async function adjustDuesLine(
  deps: Deps,
  actor: Actor,
  { requestId, payerKey, revision, reason, ...wanted }: AdjustDuesLineInput,
): Promise<Outcome<{ revision: number }, 'dues_line_gone' | 'changed_meanwhile'>> {
  const key = { requestId_payerKey: { requestId, payerKey } }
  return inTransaction(deps.db, async (tx) => {
    const line = await tx.duesExpectation.findUnique({ where: key })
    if (line === null) return fail('dues_line_gone')
    if (line.revision !== revision) return fail('changed_meanwhile')
    const { households, units, expectedYen } = line
    await tx.duesExpectation.update({
      where: key,
      data: { ...wanted, adjustmentReason: reason, revision: { increment: 1 } },
    })
    await recordAuditEvent(deps, tx, {
      actor,
      action: 'dues_expectation.adjust',
      subjectKind: 'dues_expectation',
      subjectId: `${requestId}/${payerKey}`,
      ...changedFields({ households, units, expectedYen: Number(expectedYen) }, wanted),
      reason,
    })
    return succeed({ revision: revision + 1 })
  })
}
