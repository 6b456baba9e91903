import { firstDayOf, lastDayOf, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { ThresholdBasis, ThresholdPurpose } from '@sasaeai/domain/donation/threshold/donation-threshold-details'
import type { DonationThresholdId, JournalEntryId, SupporterId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { idsOfSupporter, survivorOf } from '../../supporter/merged-supporter-sql.ts'

/** A gift, or a giver, who reached a threshold with a gift of the year in view. */
export interface ThresholdAlert {
  readonly thresholdId: DonationThresholdId
  readonly thresholdName: string
  readonly purpose: ThresholdPurpose
  readonly basis: ThresholdBasis
  readonly thresholdYen: Yen
  readonly subjectKey: string
  /** The gift, where one gift reached it; else null. */
  readonly entryId: JournalEntryId | null
  readonly supporterId: SupporterId | null
  readonly supporterName: string | null
  readonly supporterNumber: number | null
  readonly amountYen: Yen
  /** The day of the gift, or of the giver's last one. */
  readonly givenOn: LocalDate
  readonly doneOn: LocalDate | null
  readonly doneNote: string
  readonly doneByName: string | null
}

/**
 * Who reached which threshold: read from the gifts that stand, so that one that is undone alerts nobody. Sums are of named
 * givers only: what came in without a name is nobody's. Whose gifts together are less than the least threshold is not
 * looked at; who stands for others is, because what all of them gave counts.
 */
export async function listThresholdAlerts({ db }: Deps, fiscalYear: FiscalYear): Promise<ThresholdAlert[]> {
  const { rows } = await db.pool.query<ThresholdAlert>(
    `WITH summed AS MATERIALIZED (SELECT id, basis, amount_yen FROM donation_threshold WHERE basis <> 'gift' AND closed_on IS NULL),
     giver AS MATERIALIZED (
       SELECT ${survivorOf('k.payer_id')} AS id FROM kept_giver k WHERE k.amount_yen >= (SELECT min(amount_yen) FROM summed)
       UNION SELECT merged_into_id FROM supporter WHERE merged_into_id IS NOT NULL AND EXISTS (SELECT FROM summed)),
     given AS MATERIALIZED (
       SELECT g.id AS payer_id, sums.* FROM giver g CROSS JOIN LATERAL (
         SELECT sum(k.amount_yen) AS lifetime_yen, sum(k.amount_yen) FILTER (WHERE k.entry_date >= $1::date) AS year_yen, max(k.entry_date) AS given_on
         FROM kept_gift k WHERE k.payer_id = ANY ${idsOfSupporter('g.id')} AND k.entry_date <= $2::date AND NOT k.is_undone) sums
       -- Looked up one by one: as a join it would be planned for the whole register.
       WHERE sums.given_on >= $1::date AND (SELECT m.kind FROM supporter m WHERE m.id = g.id) <> 'anonymous'),
     reached AS (
       SELECT t.id AS threshold_id, g.entry_id::text AS subject_key, g.entry_id, ${survivorOf('g.payer_id')} AS payer_id, g.amount_yen, g.entry_date AS given_on
       FROM donation_threshold t JOIN kept_gift g ON g.fiscal_year = $3::int AND NOT g.is_undone AND g.amount_yen >= t.amount_yen
       WHERE t.basis = 'gift' AND t.closed_on IS NULL
       UNION ALL
       SELECT t.id, g.payer_id || CASE t.basis WHEN 'fiscal_year' THEN ':' || $3::text ELSE '' END, NULL, g.payer_id,
         CASE t.basis WHEN 'fiscal_year' THEN g.year_yen ELSE g.lifetime_yen END, g.given_on
       FROM summed t JOIN given g ON CASE t.basis WHEN 'fiscal_year' THEN g.year_yen ELSE g.lifetime_yen END >= t.amount_yen)
     SELECT t.id AS "thresholdId", t.name AS "thresholdName", t.purpose, t.basis, t.amount_yen AS "thresholdYen", r.subject_key AS "subjectKey",
       r.entry_id AS "entryId", s.id AS "supporterId", s.name AS "supporterName", s.number AS "supporterNumber", r.amount_yen::bigint AS "amountYen",
       r.given_on AS "givenOn", k.done_on AS "doneOn", coalesce(k.note, '') AS "doneNote", u.name AS "doneByName"
     FROM reached r JOIN donation_threshold t ON t.id = r.threshold_id LEFT JOIN supporter s ON s.id = r.payer_id
     LEFT JOIN donation_threshold_mark k ON k.threshold_id = r.threshold_id AND k.subject_key = r.subject_key LEFT JOIN user_account u ON u.id = k.marked_by_id
     ORDER BY k.done_on IS NOT NULL, t.code, r.given_on DESC, r.subject_key`,
    [firstDayOf(fiscalYear), lastDayOf(fiscalYear), fiscalYear],
  )
  return rows
}
