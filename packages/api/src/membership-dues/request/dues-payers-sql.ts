import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { HouseholdBasis } from '@sasaeai/domain/area/household-basis'
import type { DuesKindId, DuesRequestId } from '@sasaeai/domain/ids'
import type { DuesUnit } from '@sasaeai/domain/membership-dues/terms/dues-unit'

/** By what the payers of one kind are found and what they are asked for. */
export interface PayersAsked {
  readonly duesKindId: DuesKindId
  readonly fiscalYear: FiscalYear
  /** The day on which members and areas are looked at. */
  readonly requestedOn: LocalDate
  readonly householdBasis: HouseholdBasis
  readonly unit: DuesUnit
  /** In yen; null where the amount is free and nothing is the least. */
  readonly unitYen: number | null
  /** The request whose lines the payers are compared with; null before the first preparation. */
  readonly requestId: DuesRequestId | null
}

/** The values of the parameters $1 to $7 that `payersSql` and the statements around it name. */
export function payersValues(asked: PayersAsked): unknown[] {
  const { duesKindId, fiscalYear, requestedOn, householdBasis, unit, unitYen, requestId } = asked
  return [duesKindId, fiscalYear, requestedOn, householdBasis, unit, unitYen, requestId]
}

/** The places of the parameters in a statement. */
interface CountedBy {
  readonly year: string
  readonly day: string
  readonly basis: string
}

/** The areas in use on the day that have households of the year and basis, and all areas above any of them. */
function countedAreas({ year, day, basis }: CountedBy): string {
  return `counted AS MATERIALIZED (
    SELECT a.id, a.parent_id, h.households FROM area_household h JOIN area a ON a.id = h.area_id
      WHERE h.fiscal_year = ${year}::int AND h.basis = ${basis}::household_basis AND (a.closed_on IS NULL OR a.closed_on > ${day}::date)
  ), above (id) AS (
    SELECT parent_id FROM counted UNION SELECT a.parent_id FROM area a JOIN above ON a.id = above.id
  )`
}

/**
 * Everybody whom a kind of membership asks in a year, one row per payer, with what is asked of them: the rule of
 * domain/membership-dues/request/expected-dues over sets.
 *
 * A kind by household asks areas: those whose households are recorded, unless an area below has its own, which then
 * speaks for itself. Its named members who pay through an association are asked within that association's amount.
 * Other kinds ask their members of the day. Branches whose unit is another one are not run at all.
 */
export const payersSql = `(
  WITH RECURSIVE ${countedAreas({ year: '$2', day: '$3', basis: '$4' })}
  SELECT c.id AS payer_key, NULL::uuid AS membership_id, c.id AS area_id, false AS is_within_area, c.households,
      NULL::int AS units, $6::bigint AS unit_yen, c.households * $6::bigint AS expected_yen
    FROM counted c WHERE $5::dues_unit = 'household' AND NOT EXISTS (SELECT 1 FROM above WHERE above.id = c.id)
  UNION ALL
  SELECT m.id, m.id, m.area_id, m.route = 'association', 1, NULL, $6::bigint, $6::bigint
    FROM membership m WHERE $5::dues_unit = 'household' AND ${activeOnDay('m')}
  UNION ALL
  SELECT m.id, m.id, m.area_id, false, NULL, coalesce(u.units, 1), $6::bigint,
      CASE WHEN $5::dues_unit = 'free' THEN coalesce($6::bigint, 0) ELSE coalesce(u.units, 1) * $6::bigint END
    FROM membership m LEFT JOIN (
      SELECT DISTINCT ON (membership_id) membership_id, units FROM membership_units
        WHERE effective_on <= $3::date ORDER BY membership_id, effective_on DESC) u ON u.membership_id = m.id
    WHERE $5::dues_unit <> 'household' AND ${activeOnDay('m')}
)`

/** Who leaves on the day itself is not asked any more: the same as domain/membership-dues/member/membership-state tells. */
function activeOnDay(membership: string): string {
  return `${membership}.dues_kind_id = $1::uuid AND ${membership}.joined_on <= $3::date
      AND (${membership}.left_on IS NULL OR ${membership}.left_on > $3::date)`
}

/** Whether a payer `p` is asked for something else than the line `e` says; never so for a line that a person changed. */
export const isAskedDifferently = `(e.adjustment_reason = ''
      AND (e.area_id, e.is_within_area, e.households, e.units, e.unit_yen, e.expected_yen)
        IS DISTINCT FROM (p.area_id, p.is_within_area, p.households, p.units, p.unit_yen, p.expected_yen))`

/**
 * Whether a line `e` without a payer goes. What a person has written down for an area that is still in use stays,
 * even when its households are no longer recorded.
 */
export const isLineGone = `NOT (e.adjustment_reason <> '' AND e.membership_id IS NULL
      AND EXISTS (SELECT 1 FROM area a WHERE a.id = e.area_id AND (a.closed_on IS NULL OR a.closed_on > $3::date)))`

/** The areas at the end of the tree that no line speaks for, as on a day ($2) of a year ($1) by a basis ($3). */
export const areasWithoutHouseholdsSql = `
  WITH RECURSIVE ${countedAreas({ year: '$1', day: '$2', basis: '$3' })}, asked AS (
    SELECT c.id FROM counted c WHERE NOT EXISTS (SELECT 1 FROM above WHERE above.id = c.id)
  ), covered (id) AS (
    SELECT id FROM asked UNION SELECT a.id FROM area a JOIN covered ON a.parent_id = covered.id
  ), in_use AS (
    SELECT a.id, a.parent_id, a.code, a.name FROM area a WHERE a.closed_on IS NULL OR a.closed_on > $2::date
  )
  SELECT a.id AS "areaId", a.code, a.name FROM in_use a
    WHERE a.parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM in_use b WHERE b.parent_id = a.id)
      AND NOT EXISTS (SELECT 1 FROM covered WHERE covered.id = a.id)
    ORDER BY a.code`
