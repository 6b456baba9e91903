import { firstDayOf, lastDayOf, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { ThresholdBasis, ThresholdPurpose } from '@sasaeai/domain/donation/threshold/donation-threshold-details'
import type { DonationThresholdId, JournalEntryId, SupporterId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { survivorOf } from '../../supporter/merged-supporter-sql.ts'

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
 * Who reached which threshold: computed from the books every time, so that a gift that is undone alerts nobody. Sums are of
 * named givers only: what came in without a name is nobody's.
 */
export async function listThresholdAlerts({ db }: Deps, fiscalYear: FiscalYear): Promise<ThresholdAlert[]> {
  const { rows } = await db.pool.query<ThresholdAlert>(
    `WITH gift AS (
       SELECT e.id, e.entry_date, ${survivorOf('e.payer_id')} AS payer_id, -sum(p.amount_yen) AS amount_yen
       FROM posting p JOIN journal_entry e ON e.id = p.entry_id
       WHERE p.funding_source_id = ANY (ARRAY(SELECT id FROM funding_source WHERE category = 'donation')) AND p.entry_date <= $2::date
         AND e.kind <> 'reversal' AND NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = e.id)
       GROUP BY e.id),
     reached AS (
       SELECT t.id AS threshold_id, g.id::text AS subject_key, g.id AS entry_id, g.payer_id, g.amount_yen, g.entry_date AS given_on
       FROM donation_threshold t JOIN gift g ON g.amount_yen >= t.amount_yen
       WHERE t.basis = 'gift' AND t.closed_on IS NULL AND g.entry_date >= $1::date
       UNION ALL
       SELECT t.id, s.payer_id || CASE t.basis WHEN 'fiscal_year' THEN ':' || $3::text ELSE '' END, NULL, s.payer_id,
         CASE t.basis WHEN 'fiscal_year' THEN s.year_yen ELSE s.lifetime_yen END, s.given_on
       FROM donation_threshold t JOIN (
         SELECT payer_id, sum(amount_yen) AS lifetime_yen, sum(amount_yen) FILTER (WHERE entry_date >= $1::date) AS year_yen, max(entry_date) AS given_on
         FROM gift g JOIN supporter m ON m.id = g.payer_id AND m.kind <> 'anonymous' GROUP BY payer_id HAVING max(entry_date) >= $1::date) s
       ON CASE t.basis WHEN 'fiscal_year' THEN s.year_yen ELSE s.lifetime_yen END >= t.amount_yen
       WHERE t.basis <> 'gift' AND t.closed_on IS NULL)
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
