import type { Tx } from '@sasaeai/db/in-transaction'
import type { DuesKindId, DuesRequestId } from '@sasaeai/domain/ids'
import type { PrepareDuesRequestsInput } from '@sasaeai/domain/membership-dues/request/dues-request-input'
import type { DuesUnit } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'

/** A kind of membership with what the year asks of it, ready to be prepared. */
export interface KindToPrepare {
  readonly duesKindId: DuesKindId
  readonly name: string
  readonly unit: DuesUnit
  readonly unitYen: number | null
  readonly requestId: DuesRequestId | null
}

export type PreparationFailure = 'dues_terms_missing' | 'dues_request_fixed' | 'dues_request_nothing_to_prepare'

/**
 * The kinds that are asked for, in an order in which any two preparations lock them alike. One that is named must
 * have terms of the year and not be fixed; where none is named, all that can be prepared are.
 */
export async function kindsToPrepare(
  tx: Tx,
  { fiscalYear, duesKindIds, requestedOn }: Pick<PrepareDuesRequestsInput, 'fiscalYear' | 'duesKindIds' | 'requestedOn'>,
): Promise<Outcome<readonly KindToPrepare[], PreparationFailure>> {
  const rows = await tx.$queryRaw<(KindToPrepare & { hasTerms: boolean; isFixed: boolean; isClosed: boolean })[]>`
    SELECT k.id AS "duesKindId", k.name, t.unit::text AS unit, t.unit_yen::float8 AS "unitYen", r.id AS "requestId",
      t.unit IS NOT NULL AS "hasTerms", coalesce(r.status = 'fixed', false) AS "isFixed",
      coalesce(k.closed_on <= ${requestedOn}::date, false) AS "isClosed"
    FROM dues_kind k
      LEFT JOIN dues_terms t ON t.dues_kind_id = k.id AND t.fiscal_year = ${fiscalYear}
      LEFT JOIN dues_request r ON r.dues_kind_id = k.id AND r.fiscal_year = ${fiscalYear}
    ORDER BY k.id`
  const named = duesKindIds === null ? rows : rows.filter(({ duesKindId }) => duesKindIds.includes(duesKindId))
  if (duesKindIds !== null) {
    const withoutTerms = named.find(({ hasTerms }) => !hasTerms)
    if (withoutTerms !== undefined) return fail('dues_terms_missing')
    const fixed = named.find(({ isFixed }) => isFixed)
    if (fixed !== undefined) return fail('dues_request_fixed', { about: fixed.name })
  }
  const kinds = named.filter(({ hasTerms, isFixed, isClosed }) => hasTerms && !isFixed && (!isClosed || duesKindIds !== null))
  return kinds.length === 0 ? fail('dues_request_nothing_to_prepare') : succeed(kinds)
}
