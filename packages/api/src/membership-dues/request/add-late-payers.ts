import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { AddLatePayersInput } from '@sasaeai/domain/membership-dues/request/dues-request-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { payersSql, payersValues } from './dues-payers-sql.ts'
import { numberLines } from './fix-dues-request.ts'
import { type LockedDuesRequest, lockDuesRequest } from './lock-dues-request.ts'

type LateFailure = 'dues_request_gone' | 'dues_request_changed' | 'dues_request_not_fixed' | 'dues_terms_missing'

/** Adds to a fixed request who has appeared since, numbered on behind the last. What was asked of others stays. */
export async function addLatePayers(
  deps: Deps,
  actor: Actor,
  { requestId, revision, requestedOn }: AddLatePayersInput,
): Promise<Outcome<{ added: number; lastSlipNumber: number }, LateFailure>> {
  return inTransaction(
    deps.db,
    async (tx) => {
      const request = await lockDuesRequest(tx, { requestId })
      if (request === null) return fail('dues_request_gone')
      if (request.status !== 'fixed') return fail('dues_request_not_fixed')
      if (request.revision !== revision) return fail('dues_request_changed')
      const added = await insertLatePayers(tx, { ...request, requestedOn })
      if (added === null) return fail('dues_terms_missing')
      if (added === 0) return succeed({ added, lastSlipNumber: request.lastSlipNumber })
      await numberLines(tx, request)
      const lastSlipNumber = request.lastSlipNumber + added
      await tx.duesRequest.update({ where: { id: requestId }, data: { lastSlipNumber, revision: { increment: 1 } } })
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'dues_request.add_late',
        subjectKind: 'dues_request',
        subjectId: requestId,
        before: { lastSlipNumber: request.lastSlipNumber },
        after: { fiscalYear: request.fiscalYear, duesKindId: request.duesKindId, requestedOn, added, lastSlipNumber },
      })
      return succeed({ added, lastSlipNumber })
    },
    { isolation: 'ReadCommitted' },
  )
}

/** How many lines were added; null when the year has no terms of the kind any more. */
async function insertLatePayers(tx: Tx, request: LockedDuesRequest): Promise<number | null> {
  const { duesKindId, fiscalYear } = request
  const terms = await tx.duesTerms.findUnique({ where: { duesKindId_fiscalYear: { duesKindId, fiscalYear } } })
  if (terms === null) return null
  const unitYen = terms.unitYen === null ? null : Number(terms.unitYen)
  return tx.$executeRawUnsafe(insertOnlyNewPayers, ...payersValues({ ...request, unit: terms.unit, unitYen }))
}

const insertOnlyNewPayers = `
  INSERT INTO dues_expectation (request_id, payer_key, membership_id, area_id, is_within_area, households, units,
      unit_yen, expected_yen)
    SELECT $7::uuid, p.* FROM ${payersSql} p
    ON CONFLICT (request_id, payer_key) DO NOTHING`
