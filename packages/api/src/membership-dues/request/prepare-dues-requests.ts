import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import type { DuesKindId, DuesRequestId } from '@sasaeai/domain/ids'
import type { PrepareDuesRequestsInput } from '@sasaeai/domain/membership-dues/request/dues-request-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { isAskedDifferently, isLineGone, type PayersAsked, payersSql, payersValues } from './dues-payers-sql.ts'
import { kindsToPrepare, type KindToPrepare, type PreparationFailure } from '../terms/kinds-to-prepare.ts'
import { lockDuesRequest } from './lock-dues-request.ts'

/** What one preparation did to the lines of a kind. */
export interface LineChanges {
  readonly duesKindId: DuesKindId
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly unchanged: number
}

/**
 * Writes down whom the year asks and for how much, for every kind at once, and again after anything has changed: what
 * is new is added, what differs is changed, payers that are gone are taken away, and lines that a person has changed
 * stay as they are. A fixed request is never touched.
 *
 * The request's row is locked first, so of two preparations at the same moment the second finds the first one's
 * lines and has nothing to do.
 */
export async function prepareDuesRequests(
  deps: Deps,
  actor: Actor,
  input: PrepareDuesRequestsInput,
): Promise<Outcome<readonly LineChanges[], PreparationFailure>> {
  return inTransaction(
    deps.db,
    async (tx) => {
      const kinds = await kindsToPrepare(tx, input)
      if (!kinds.ok) return kinds
      const prepared: LineChanges[] = []
      for (const kind of kinds.value) {
        const changes = await prepareKind(deps, tx, { actor, input, kind })
        if (changes === null) return fail('dues_request_fixed', { about: kind.name })
        prepared.push(changes)
      }
      return succeed(prepared)
    },
    { isolation: 'ReadCommitted' },
  )
}

interface KindInHand {
  readonly actor: Actor
  readonly input: PrepareDuesRequestsInput
  readonly kind: KindToPrepare
}

/** Null when somebody fixed the request while its lock was waited for. */
async function prepareKind(deps: Deps, tx: Tx, { actor, input, kind }: KindInHand): Promise<LineChanges | null> {
  const { duesKindId, unit, unitYen } = kind
  const { fiscalYear, requestedOn, householdBasis } = input
  const request = await openRequest(deps, tx, { actor, input, kind })
  if (request.status === 'fixed') return null
  const asked = { duesKindId, fiscalYear, requestedOn, householdBasis, unit, unitYen, requestId: request.requestId }
  const changes = { duesKindId, ...(await writeLines(tx, asked)) }
  const sameQuestion = request.requestedOn === requestedOn && request.householdBasis === householdBasis
  if (sameQuestion && !request.isNew && changes.added + changes.changed + changes.removed === 0) return changes
  await tx.duesRequest.update({
    where: { id: request.requestId },
    data: {
      requestedOn: toDateColumn(requestedOn),
      householdBasis,
      preparedAt: deps.now(),
      preparedById: actor.userId,
      revision: { increment: 1 },
    },
  })
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'dues_request.prepare',
    subjectKind: 'dues_request',
    subjectId: request.requestId,
    after: { fiscalYear, requestedOn, basis: householdBasis, ...changes },
  })
  return changes
}

/** The request of the year and kind, made when it is not there, and locked until the transaction ends. */
async function openRequest(deps: Deps, tx: Tx, { actor, input, kind }: KindInHand) {
  const added = await tx.$executeRaw`
    INSERT INTO dues_request (id, fiscal_year, dues_kind_id, requested_on, household_basis, prepared_at, prepared_by_id)
      VALUES (${deps.newId()}::uuid, ${input.fiscalYear}, ${kind.duesKindId}::uuid, ${input.requestedOn}::date,
        ${input.householdBasis}::household_basis, ${deps.now()}, ${actor.userId}::uuid)
      ON CONFLICT (fiscal_year, dues_kind_id) DO NOTHING`
  const request = await lockDuesRequest(tx, { fiscalYear: input.fiscalYear, duesKindId: kind.duesKindId })
  if (request === null) throw new Error('the request went away while it was prepared')
  return { ...request, isNew: added === 1 }
}

/** A removal and one insert, which skips what is there already: preparing again writes nothing, not even a lock. */
async function writeLines(
  tx: Tx,
  asked: PayersAsked & { requestId: DuesRequestId },
): Promise<Omit<LineChanges, 'duesKindId'>> {
  const values = payersValues(asked)
  const before = await tx.duesExpectation.count({ where: { requestId: asked.requestId } })
  const removed = before === 0 ? 0 : await tx.$executeRawUnsafe(removeGoneLines, ...values)
  const written = await tx.$executeRawUnsafe(writeAskedLines, ...values)
  const after = await tx.duesExpectation.count({ where: { requestId: asked.requestId } })
  const added = after - (before - removed)
  return { added, changed: written - added, removed, unchanged: after - written }
}

const removeGoneLines = `
  DELETE FROM dues_expectation e WHERE e.request_id = $7::uuid AND ${isLineGone}
    AND NOT EXISTS (SELECT 1 FROM ${payersSql} p WHERE p.payer_key = e.payer_key)`

/** In the order of the primary key, which fills its index page by page. */
const writeAskedLines = `
  INSERT INTO dues_expectation AS e (request_id, payer_key, membership_id, area_id, is_within_area, households, units,
      unit_yen, expected_yen)
    SELECT $7::uuid, p.* FROM ${payersSql} p
      LEFT JOIN dues_expectation e ON e.request_id = $7::uuid AND e.payer_key = p.payer_key
      WHERE e.payer_key IS NULL OR ${isAskedDifferently}
      ORDER BY p.payer_key
    ON CONFLICT (request_id, payer_key) DO UPDATE SET area_id = excluded.area_id, is_within_area = excluded.is_within_area,
      households = excluded.households, units = excluded.units, unit_yen = excluded.unit_yen,
      expected_yen = excluded.expected_yen, revision = e.revision + 1`
