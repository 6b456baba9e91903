import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { SeenDuesRequest } from '@sasaeai/domain/membership-dues/request/dues-request-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { type LockedDuesRequest, lockDuesRequest } from './lock-dues-request.ts'

type UnfixFailure =
  | 'dues_request_gone'
  | 'dues_request_changed'
  | 'dues_request_not_fixed'
  | 'dues_request_has_papers'
  | 'dues_request_has_receipts'

/** Takes 確定 back, and the 納入番号 with it: only while no paper carries one and nobody has paid. */
export async function unfixDuesRequest(
  deps: Deps,
  actor: Actor,
  { requestId, revision }: SeenDuesRequest,
): Promise<Outcome<{ revision: number }, UnfixFailure>> {
  return inTransaction(
    deps.db,
    async (tx) => {
      const request = await lockDuesRequest(tx, { requestId })
      if (request === null) return fail('dues_request_gone')
      if (request.status !== 'fixed') return fail('dues_request_not_fixed')
      if (request.revision !== revision) return fail('dues_request_changed')
      const reliedOn = await whoReliesOn(tx, request)
      if (reliedOn !== null) return fail(reliedOn)
      await tx.duesRequest.update({
        where: { id: requestId },
        data: { status: 'draft', lastSlipNumber: 0, fixedAt: null, fixedById: null, revision: { increment: 1 } },
      })
      await tx.$executeRaw`UPDATE dues_expectation SET slip_number = NULL WHERE request_id = ${requestId}::uuid`
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'dues_request.unfix',
        subjectKind: 'dues_request',
        subjectId: requestId,
        before: { lastSlipNumber: request.lastSlipNumber },
        after: { fiscalYear: request.fiscalYear, duesKindId: request.duesKindId },
      })
      return succeed({ revision: revision + 1 })
    },
    { isolation: 'ReadCommitted' },
  )
}

/** Papers that carry the numbers (those for members are ordered by kind and year), or dues that came in. */
async function whoReliesOn(
  tx: Tx,
  { requestId, fiscalYear, duesKindId }: LockedDuesRequest,
): Promise<'dues_request_has_papers' | 'dues_request_has_receipts' | null> {
  const [found] = await tx.$queryRaw<{ papers: boolean; receipts: boolean }[]>`
    SELECT
      EXISTS (SELECT 1 FROM document_run d WHERE d.status <> 'failed' AND (
        d.kind IN ('dues_request_letters', 'transfer_slip_sheet') AND d.input->>'requestId' = ${requestId}
        OR d.kind = 'company_request_letters' AND d.input->>'duesKindId' = ${duesKindId}
          AND d.input->>'fiscalYear' = ${String(fiscalYear)})) AS papers,
      EXISTS (SELECT 1 FROM funding_total t WHERE t.dues_year = ${fiscalYear} AND t.dues_kind_id = ${duesKindId}::uuid
        AND t.funding_source_id IS NOT NULL AND t.amount_yen <> 0) AS receipts`
  if (found?.papers === true) return 'dues_request_has_papers'
  return found?.receipts === true ? 'dues_request_has_receipts' : null
}
