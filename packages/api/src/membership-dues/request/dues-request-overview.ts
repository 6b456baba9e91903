import type { HouseholdBasis } from '@sasaeai/domain/area/household-basis'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { DuesKindId, DuesRequestId } from '@sasaeai/domain/ids'
import type { DuesRequestStatus } from '@sasaeai/domain/membership-dues/request/dues-request-status'
import type { DuesUnit } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'

/** A kind of membership and what a fiscal year asks of it. */
export interface DuesRequestOfKind {
  readonly duesKindId: DuesKindId
  readonly code: string
  readonly name: string
  /** Null where the year has no terms of the kind. */
  readonly terms: { readonly unit: DuesUnit; readonly unitYen: Yen | null } | null
  /** Null until it has been prepared. */
  readonly request: PreparedDuesRequest | null
  /** What last year's request asked for, in yen; null without one. */
  readonly lastExpectedYen: Yen | null
  /** What came in as last year's dues of the kind, whenever it did, in yen. */
  readonly lastReceivedYen: Yen
}

export interface PreparedDuesRequest {
  readonly requestId: DuesRequestId
  readonly status: DuesRequestStatus
  readonly requestedOn: LocalDate
  readonly householdBasis: HouseholdBasis
  readonly preparedAt: string
  readonly fixedAt: string | null
  readonly fixedByName: string | null
  readonly lastSlipNumber: number
  readonly revision: number
  readonly areaLines: number
  readonly memberLines: number
  /** Named households that are asked within their association's line; counted in `memberLines`, not added below. */
  readonly withinArea: number
  /** 世帯 and 口 asked. */
  readonly households: number
  readonly units: number
  readonly expectedYen: Yen
  /** Lines that a person has changed. */
  readonly adjusted: number
  /** Lines of areas that are asked for no household at all. */
  readonly emptyAreas: number
}

/** Every kind of membership in use, and those that the year has asked by, in the order of their codes. */
export async function readDuesRequests({ db }: Deps, year: FiscalYear): Promise<DuesRequestOfKind[]> {
  const { rows } = await db.pool.query<DuesRequestOfKind>(overview, [year])
  return rows
}

const totalsOfRequest = `
  SELECT count(*) FILTER (WHERE e.membership_id IS NULL) AS area_lines, count(e.membership_id) AS member_lines,
    count(*) FILTER (WHERE e.is_within_area) AS within_area,
    coalesce(sum(e.households) FILTER (WHERE NOT e.is_within_area), 0) AS households, coalesce(sum(e.units), 0) AS units,
    coalesce(sum(e.expected_yen) FILTER (WHERE NOT e.is_within_area), 0) AS expected_yen,
    count(*) FILTER (WHERE e.adjustment_reason <> '') AS adjusted,
    count(*) FILTER (WHERE e.membership_id IS NULL AND e.households = 0) AS empty_areas
  FROM dues_expectation e WHERE e.request_id = r.id`

const overview = `
  SELECT k.id AS "duesKindId", k.code, k.name,
    CASE WHEN t.unit IS NOT NULL THEN json_build_object('unit', t.unit, 'unitYen', t.unit_yen) END AS terms,
    CASE WHEN r.id IS NOT NULL THEN json_build_object('requestId', r.id, 'status', r.status, 'requestedOn', r.requested_on,
      'householdBasis', r.household_basis, 'preparedAt', r.prepared_at, 'fixedAt', r.fixed_at, 'fixedByName', u.name,
      'lastSlipNumber', r.last_slip_number, 'revision', r.revision, 'areaLines', l.area_lines, 'memberLines', l.member_lines,
      'withinArea', l.within_area, 'households', l.households, 'units', l.units, 'expectedYen', l.expected_yen,
      'adjusted', l.adjusted, 'emptyAreas', l.empty_areas) END AS request,
    (SELECT sum(e.expected_yen)::bigint FROM dues_request b JOIN dues_expectation e ON e.request_id = b.id AND NOT e.is_within_area
      WHERE b.dues_kind_id = k.id AND b.fiscal_year = $1::int - 1) AS "lastExpectedYen",
    coalesce((SELECT -sum(f.amount_yen) FROM funding_total f WHERE f.dues_year = $1::int - 1 AND f.dues_kind_id = k.id
      AND f.funding_source_id IS NOT NULL), 0)::bigint AS "lastReceivedYen"
  FROM dues_kind k
    LEFT JOIN dues_terms t ON t.dues_kind_id = k.id AND t.fiscal_year = $1::int
    LEFT JOIN dues_request r ON r.dues_kind_id = k.id AND r.fiscal_year = $1::int
    LEFT JOIN user_account u ON u.id = r.fixed_by_id
    LEFT JOIN LATERAL (${totalsOfRequest}) l ON r.id IS NOT NULL
  WHERE k.closed_on IS NULL OR r.id IS NOT NULL
  ORDER BY k.code`
