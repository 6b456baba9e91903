import type { AreaId, DuesKindId, DuesRequestId } from '@sasaeai/domain/ids'
import type { HouseholdBasis } from '@sasaeai/domain/area/household-basis'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { areasWithoutHouseholdsSql } from './dues-payers-sql.ts'

/** A payer whose amount differs from last year's. */
export interface DuesDifference {
  readonly payerKey: string
  readonly areaId: AreaId | null
  readonly areaCode: string | null
  readonly areaName: string | null
  readonly memberNumber: number | null
  readonly memberName: string | null
  /** Null for who is asked no more. */
  readonly expectedYen: Yen | null
  /** Null for who is asked for the first time. */
  readonly lastYen: Yen | null
}

/** What a person looks at before fixing a request. */
export interface CheckedDuesRequest {
  /** What last year is told by: its own request, or where there was none what came in; null when neither is known. */
  readonly comparedWith: 'request' | 'receipts' | null
  readonly more: number
  readonly less: number
  readonly isNew: number
  readonly isGone: number
  /** The largest first. */
  readonly differences: readonly DuesDifference[]
  /** Areas at the end of the tree without households of the year: nobody there is asked. */
  readonly areasWithoutHouseholds: readonly { readonly areaId: AreaId; readonly code: string; readonly name: string }[]
}

const mostDifferences = 50

/** A request beside last year's, and what is missing in it. Null when it is not there. */
export async function checkDuesRequest(deps: Deps, requestId: DuesRequestId): Promise<CheckedDuesRequest | null> {
  const request = await readRequest(deps, requestId)
  if (request === null) return null
  const { duesKindId, fiscalYear, requestedOn, householdBasis, byHouseholds, comparedWith } = request
  const { pool } = deps.db
  const values = [requestId, duesKindId, fiscalYear - 1]
  const pairs = comparedWith === 'request' ? pairsWithRequest : pairsWithReceipts
  const counting = `SELECT count(*) FILTER (WHERE "expectedYen" > "lastYen") AS more, count(*) FILTER (WHERE "expectedYen" < "lastYen") AS less,
    count(*) FILTER (WHERE "lastYen" IS NULL) AS "isNew", count(*) FILTER (WHERE "expectedYen" IS NULL) AS "isGone" FROM (${pairs}) pair`
  const [counts, differences, areas] = await Promise.all([
    pool.query<Pick<CheckedDuesRequest, 'more' | 'less' | 'isNew' | 'isGone'>>(counting, values),
    pool.query<DuesDifference>(`${differencesInWords(pairs)} LIMIT ${mostDifferences}`, values),
    byHouseholds ? pool.query<CheckedDuesRequest['areasWithoutHouseholds'][number]>(areasWithoutHouseholdsSql, [fiscalYear, requestedOn, householdBasis]) : { rows: [] },
  ])
  return {
    comparedWith,
    ...(counts.rows[0] ?? { more: 0, less: 0, isNew: 0, isGone: 0 }),
    differences: comparedWith === null ? [] : differences.rows,
    areasWithoutHouseholds: areas.rows,
  }
}

interface RequestToCheck {
  readonly duesKindId: DuesKindId
  readonly fiscalYear: FiscalYear
  readonly requestedOn: LocalDate
  readonly householdBasis: HouseholdBasis
  readonly byHouseholds: boolean
  readonly comparedWith: CheckedDuesRequest['comparedWith']
}

async function readRequest({ db }: Deps, requestId: DuesRequestId): Promise<RequestToCheck | null> {
  const { rows } = await db.pool.query<RequestToCheck>(
    `SELECT r.dues_kind_id AS "duesKindId", r.fiscal_year AS "fiscalYear", r.requested_on AS "requestedOn",
       r.household_basis AS "householdBasis", t.unit IS NOT DISTINCT FROM 'household' AS "byHouseholds",
       CASE WHEN EXISTS (SELECT 1 FROM dues_request b WHERE b.dues_kind_id = r.dues_kind_id AND b.fiscal_year = r.fiscal_year - 1)
           THEN 'request'
         WHEN EXISTS (SELECT 1 FROM funding_total f WHERE f.dues_year = r.fiscal_year - 1 AND f.dues_kind_id = r.dues_kind_id
           AND f.funding_source_id IS NOT NULL) THEN 'receipts' END AS "comparedWith"
     FROM dues_request r LEFT JOIN dues_terms t ON t.dues_kind_id = r.dues_kind_id AND t.fiscal_year = r.fiscal_year
     WHERE r.id = $1`,
    [requestId],
  )
  return rows[0] ?? null
}

/** Named households are asked within their association, so their own lines tell nothing here. */
const askedNow = `SELECT payer_key, membership_id, area_id, expected_yen FROM dues_expectation
    WHERE request_id = $1::uuid AND NOT is_within_area`

const pairsWithRequest = `
  SELECT coalesce(e.payer_key, l.payer_key) AS payer_key, coalesce(e.membership_id, l.membership_id) AS membership_id,
      coalesce(e.area_id, l.area_id) AS area_id, e.expected_yen AS "expectedYen", l.expected_yen AS "lastYen"
    FROM (${askedNow}) e FULL JOIN (
      SELECT x.* FROM dues_expectation x JOIN dues_request b ON b.id = x.request_id
        WHERE b.dues_kind_id = $2::uuid AND b.fiscal_year = $3::int AND NOT x.is_within_area) l ON l.payer_key = e.payer_key
    WHERE e.expected_yen IS DISTINCT FROM l.expected_yen`

const pairsWithReceipts = `
  SELECT e.payer_key, e.membership_id, e.area_id, e.expected_yen AS "expectedYen", l.yen AS "lastYen"
    FROM (${askedNow}) e LEFT JOIN (
      SELECT area_id AS payer_key, -sum(amount_yen)::bigint AS yen FROM funding_total
        WHERE dues_year = $3::int AND dues_kind_id = $2::uuid AND funding_source_id IS NOT NULL AND area_id IS NOT NULL GROUP BY 1
      UNION ALL
      SELECT m.id, -sum(p.amount_yen)::bigint FROM posting p
          LEFT JOIN supporter o ON o.id = p.supporter_id AND o.merged_into_id IS NOT NULL
          JOIN membership m ON m.supporter_id = coalesce(o.merged_into_id, p.supporter_id) AND m.dues_kind_id = p.dues_kind_id
        WHERE p.dues_year = $3::int AND p.dues_kind_id = $2::uuid AND p.funding_source_id IS NOT NULL GROUP BY 1
    ) l ON l.payer_key = e.payer_key
    WHERE e.expected_yen IS DISTINCT FROM l.yen`

function differencesInWords(pairs: string): string {
  return `SELECT d.payer_key AS "payerKey", a.id AS "areaId", a.code AS "areaCode", a.name AS "areaName",
      s.number AS "memberNumber", s.name AS "memberName", d."expectedYen", d."lastYen"
    FROM (${pairs}) d LEFT JOIN area a ON a.id = d.area_id
      LEFT JOIN membership m ON m.id = d.membership_id LEFT JOIN supporter s ON s.id = m.supporter_id
    ORDER BY abs(coalesce(d."expectedYen", 0) - coalesce(d."lastYen", 0)) DESC, a.code, s.number`
}
