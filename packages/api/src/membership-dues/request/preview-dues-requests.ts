import { fiscalYear, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { HouseholdBasis } from '@sasaeai/domain/area/household-basis'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DuesKindId, DuesRequestId } from '@sasaeai/domain/ids'
import type { DuesUnit } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import { type Yen, yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { isAskedDifferently, isLineGone, payersSql, payersValues } from './dues-payers-sql.ts'
import type { LineChanges } from './prepare-dues-requests.ts'

/** What a preparation would do, counted and in yen, without writing anything. */
export interface PreviewedRequest extends LineChanges {
  readonly isFixed: boolean
  /** What all lines would ask for together, in yen: named households within their association are not added again. */
  readonly expectedYen: Yen
}

interface PreviewAsked {
  readonly fiscalYear: FiscalYear
  readonly requestedOn: LocalDate
  /** Null: of each request its own. */
  readonly householdBasis: HouseholdBasis | null
}

/** The same numbers that preparing on that day would answer with, for every kind that the year has terms of. */
export async function previewDuesRequests(deps: Deps, asked: PreviewAsked): Promise<PreviewedRequest[]> {
  const kinds = await kindsOfYear(deps, asked.fiscalYear)
  return Promise.all(
    kinds.map(async ({ duesKindId, unit, unitYen, requestId, isFixed, basis }) => {
      const householdBasis = asked.householdBasis ?? basis ?? 'association_membership'
      const values = payersValues({ ...asked, duesKindId, unit, unitYen, requestId, householdBasis })
      const { rows } = await deps.db.pool.query<Omit<PreviewedRequest, 'duesKindId' | 'isFixed'>>(comparison, values)
      const counts = rows[0] ?? { added: 0, changed: 0, removed: 0, unchanged: 0, expectedYen: yen(0) }
      return { duesKindId, isFixed, ...counts }
    }),
  )
}

interface KindOfYear {
  readonly duesKindId: DuesKindId
  readonly unit: DuesUnit
  readonly unitYen: number | null
  readonly requestId: DuesRequestId | null
  readonly isFixed: boolean
  readonly basis: HouseholdBasis | null
}

async function kindsOfYear({ db }: Deps, year: FiscalYear): Promise<KindOfYear[]> {
  const { rows } = await db.pool.query<KindOfYear>(
    `SELECT k.id AS "duesKindId", t.unit, t.unit_yen AS "unitYen", r.id AS "requestId",
       coalesce(r.status = 'fixed', false) AS "isFixed", r.household_basis AS basis
     FROM dues_terms t JOIN dues_kind k ON k.id = t.dues_kind_id
       LEFT JOIN dues_request r ON r.dues_kind_id = k.id AND r.fiscal_year = t.fiscal_year
     WHERE t.fiscal_year = $1 ORDER BY k.code`,
    [fiscalYear(year)],
  )
  return rows
}

/** Every payer beside its line. A line that a person has changed counts as it is. */
const comparison = `
  SELECT count(*) FILTER (WHERE e.payer_key IS NULL) AS added,
    count(*) FILTER (WHERE p.payer_key IS NOT NULL AND e.payer_key IS NOT NULL AND ${isAskedDifferently}) AS changed,
    count(*) FILTER (WHERE p.payer_key IS NULL AND ${isLineGone}) AS removed,
    count(*) FILTER (WHERE e.payer_key IS NOT NULL AND CASE WHEN p.payer_key IS NULL THEN NOT ${isLineGone}
      ELSE NOT ${isAskedDifferently} END) AS unchanged,
    coalesce(sum(CASE WHEN p.payer_key IS NULL AND ${isLineGone} THEN 0 WHEN e.adjustment_reason <> '' OR p.payer_key IS NULL
      THEN CASE WHEN e.is_within_area THEN 0 ELSE e.expected_yen END
      ELSE CASE WHEN p.is_within_area THEN 0 ELSE p.expected_yen END END), 0)::bigint AS "expectedYen"
  FROM ${payersSql} p
    FULL JOIN (SELECT * FROM dues_expectation WHERE request_id = $7::uuid) e ON e.payer_key = p.payer_key`
