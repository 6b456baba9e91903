import { groundAt } from '@sasaeai/db/ground-at'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type PresumedSubsidy, type SubsidyNote, type SubsidySource, subsidySourceOf } from '@sasaeai/domain/funding-indicator/statutory-paper/subsidy-schedule'
import type { Deps } from '../../deps.ts'
import { groundMomentOf, type ReportMoment } from '../../ledger/report-moment.ts'

/**
 * How each source of the council's own income is printed in 補助金事業等収益明細書 of a year, as was said until a moment.
 * Where nobody has said anything, subsidies are printed and all else is not; 配分金 is of the 共同募金会.
 */
export async function readSubsidySources({ db }: Pick<Deps, 'db'>, fiscalYear: FiscalYear, at: ReportMoment): Promise<SubsidySource[]> {
  const { pool } = groundAt(db, groundMomentOf(at))
  const [{ rows: sources }, { rows: notes }] = await Promise.all([
    pool.query<PresumedSubsidy>(
      `SELECT s.id AS "sourceId", s.name, s.category, a.name AS "accountName",
          CASE WHEN EXISTS (SELECT 1 FROM allocation o WHERE o.funding_source_id = s.id) THEN coalesce((SELECT r.prefectural_body FROM community_chest_rules r LIMIT 1), '') ELSE '' END AS "allocatedBy"
        FROM funding_source s JOIN ledger_account a ON a.id = s.account_id AND a.category = 'income' ORDER BY s.code`,
    ),
    pool.query<SubsidyNote>(
      `SELECT DISTINCT ON (funding_source_id) id AS "noteId", funding_source_id AS "sourceId", fiscal_year AS "fiscalYear", is_listed AS "isListed", grantor, purpose, section,
          user_income_source_id AS "userIncomeSourceId", reserve_yen AS "reserveYen"
        FROM subsidy_schedule_note WHERE fiscal_year <= $1 AND ($2::timestamptz IS NULL OR recorded_at <= $2)
        ORDER BY funding_source_id, fiscal_year DESC, recorded_at DESC, id DESC`,
      [fiscalYear, at.moment],
    ),
  ])
  const noteOf = new Map(notes.map((note) => [note.sourceId, note]))
  return sources.map((source) => subsidySourceOf(source, noteOf.get(source.sourceId), fiscalYear))
}
