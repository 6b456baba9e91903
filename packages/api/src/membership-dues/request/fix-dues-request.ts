import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { DuesRequestId } from '@sasaeai/domain/ids'
import type { SeenDuesRequest } from '@sasaeai/domain/membership-dues/request/dues-request-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { lockDuesRequest } from './lock-dues-request.ts'

type FixFailure = 'dues_request_gone' | 'dues_request_changed' | 'dues_request_fixed' | 'dues_request_empty'

/**
 * 確定: gives every line its 納入番号, from 1 without gaps, by the code of its area and then the member's number. From
 * then on lines are only added behind, and single ones adjusted.
 */
export async function fixDuesRequest(
  deps: Deps,
  actor: Actor,
  { requestId, revision }: SeenDuesRequest,
): Promise<Outcome<{ numbered: number }, FixFailure>> {
  return inTransaction(
    deps.db,
    async (tx) => {
      const request = await lockDuesRequest(tx, { requestId })
      if (request === null) return fail('dues_request_gone')
      if (request.status === 'fixed') return fail('dues_request_fixed')
      if (request.revision !== revision) return fail('dues_request_changed')
      const numbered = await numberLines(tx, { requestId, lastSlipNumber: 0 })
      if (numbered === 0) return fail('dues_request_empty')
      await tx.duesRequest.update({
        where: { id: requestId },
        data: {
          status: 'fixed',
          lastSlipNumber: numbered,
          fixedAt: deps.now(),
          fixedById: actor.userId,
          revision: { increment: 1 },
        },
      })
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'dues_request.fix',
        subjectKind: 'dues_request',
        subjectId: requestId,
        after: { fiscalYear: request.fiscalYear, duesKindId: request.duesKindId, lastSlipNumber: numbered },
      })
      return succeed({ numbered })
    },
    { isolation: 'ReadCommitted' },
  )
}

/**
 * Numbers the lines that have no 納入番号 yet, going on behind the last one, and answers how many. An area's own line
 * comes before its members; members without an area come last.
 */
export function numberLines(
  tx: Tx,
  { requestId, lastSlipNumber }: { requestId: DuesRequestId; lastSlipNumber: number },
): Promise<number> {
  return tx.$executeRaw`
    UPDATE dues_expectation e SET slip_number = ${lastSlipNumber}::int + n.place FROM (
      SELECT e.payer_key, row_number() OVER (ORDER BY a.code NULLS LAST, s.number NULLS FIRST, e.payer_key)::int AS place
        FROM dues_expectation e
          LEFT JOIN area a ON a.id = e.area_id
          LEFT JOIN membership m ON m.id = e.membership_id
          LEFT JOIN supporter s ON s.id = m.supporter_id
        WHERE e.request_id = ${requestId}::uuid AND e.slip_number IS NULL) n
      WHERE e.request_id = ${requestId}::uuid AND e.payer_key = n.payer_key`
}
