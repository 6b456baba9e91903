import { inTransaction } from '@sasaeai/db/in-transaction'
import type { SeenDuesLine } from '@sasaeai/domain/membership-dues/request/dues-request-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { lockDuesRequest } from './lock-dues-request.ts'

type DropFailure = 'dues_request_gone' | 'dues_request_fixed' | 'dues_line_gone' | 'changed_meanwhile'

/**
 * Lets a line that a person had changed follow households and members again. Its amount stays until the request is
 * prepared once more; once the request is fixed, lines are only adjusted.
 */
export async function dropDuesAdjustment(
  deps: Deps,
  actor: Actor,
  { requestId, payerKey, revision }: SeenDuesLine,
): Promise<Outcome<{ revision: number }, DropFailure>> {
  const key = { requestId_payerKey: { requestId, payerKey } }
  return inTransaction(
    deps.db,
    async (tx) => {
      const request = await lockDuesRequest(tx, { requestId })
      if (request === null) return fail('dues_request_gone')
      if (request.status === 'fixed') return fail('dues_request_fixed')
      const line = await tx.duesExpectation.findUnique({ where: key })
      if (line === null) return fail('dues_line_gone')
      if (line.revision !== revision) return fail('changed_meanwhile')
      await tx.duesExpectation.update({ where: key, data: { adjustmentReason: '', revision: { increment: 1 } } })
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'dues_expectation.drop_adjustment',
        subjectKind: 'dues_expectation',
        subjectId: `${requestId}/${payerKey}`,
        before: { reason: line.adjustmentReason },
      })
      return succeed({ revision: revision + 1 })
    },
    { isolation: 'ReadCommitted' },
  )
}
