import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { CountMeaning } from '@sasaeai/domain/community-chest/method/collection-method-kind'
import type { CashPieces } from '@sasaeai/domain/community-chest/point/cash-pieces'
import type { CashCountId, CollectionPointId, JournalEntryId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'

/** A count as it was booked, and what became of its entry since. */
export interface CashCountRow {
  readonly countId: CashCountId
  readonly countedOn: LocalDate
  readonly campaignName: string
  readonly methodName: string
  readonly countMeaning: CountMeaning
  /** 件数 as it was booked. */
  readonly count: number
  readonly pointId: CollectionPointId | null
  readonly pointName: string | null
  readonly areaName: string | null
  readonly pieces: CashPieces
  readonly amountYen: Yen
  readonly countedBy: string
  readonly entryId: JournalEntryId
  readonly entryNumber: number
  readonly fiscalYear: FiscalYear
  /** The day of its 取消; null while it stands. */
  readonly undoneOn: LocalDate | null
  /** The entry that took its place; null where it was not corrected. */
  readonly correctedByNumber: number | null
}

/** How many of the newest counts the page shows; the older ones stand in the list of entries. */
const shownCounts = 200

/** The newest counts of the drives of a year, as many as the page shows unless told otherwise. */
export async function listCashCounts({ db }: Deps, year: FiscalYear, most = shownCounts): Promise<CashCountRow[]> {
  const { rows } = await db.pool.query<CashCountRow>(`${countSql} WHERE g.fiscal_year = $1 ORDER BY e.fiscal_year DESC, e.entry_number DESC LIMIT ${most}`, [year])
  return rows
}

/** One count; null when there is none. */
export async function readCashCount({ db }: Deps, countId: CashCountId): Promise<CashCountRow | null> {
  const { rows } = await db.pool.query<CashCountRow>(`${countSql} WHERE c.id = $1`, [countId])
  return rows[0] ?? null
}

const countSql = `
  SELECT c.id AS "countId", c.counted_on AS "countedOn", g.name AS "campaignName", m.name AS "methodName", m.count_meaning AS "countMeaning",
    p.count, o.id AS "pointId", o.name AS "pointName", a.name AS "areaName", c.pieces, c.amount_yen AS "amountYen", c.counted_by AS "countedBy",
    e.id AS "entryId", e.entry_number AS "entryNumber", e.fiscal_year AS "fiscalYear", x.entry_date AS "undoneOn", n.entry_number AS "correctedByNumber"
  FROM cash_count c JOIN campaign g ON g.id = c.campaign_id JOIN collection_method m ON m.id = c.collection_method_id
  JOIN journal_entry e ON e.id = c.entry_id JOIN posting p ON p.entry_id = e.id AND p.funding_source_id IS NOT NULL
  LEFT JOIN area a ON a.id = p.area_id
  LEFT JOIN collection_point_entry l ON l.entry_id = e.id LEFT JOIN collection_point o ON o.id = l.point_id
  LEFT JOIN journal_entry x ON x.reverses_entry_id = e.id LEFT JOIN journal_entry n ON n.corrects_entry_id = e.id`
