import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { CountMeaning } from '@sasaeai/domain/community-chest/method/collection-method-kind'
import type { CollectionPointId, JournalEntryId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import type { YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { type CollectionPointRow, pointEntries, readCollectionPoint } from './collection-point-queries.ts'

/** Money of a drive that came in, from a point or not yet known from where. */
export interface PointEntry {
  readonly entryId: JournalEntryId
  readonly entryNumber: number
  readonly fiscalYear: FiscalYear
  readonly entryDate: LocalDate
  readonly description: string
  readonly campaignName: string
  readonly methodName: string
  readonly countMeaning: CountMeaning
  readonly count: number
  readonly amountYen: Yen
}

export interface LinkedEntry extends PointEntry {
  /** False of one that took the place of a linked one by a correction: it follows that one. */
  readonly isLinkedItself: boolean
}

export interface CollectionPointPage {
  readonly point: CollectionPointRow
  /** All years, the newest first. */
  readonly entries: readonly LinkedEntry[]
  /** What came in for the drives of the year, other than 戸別, and is of no point yet; the newest first. Of a past moment none: they are there to be linked. */
  readonly candidates: readonly PointEntry[]
}

/** A point with its entries, and with those that may be its own; null when it is gone. */
export async function collectionPointPage(deps: Pick<Deps, 'db'>, asked: { pointId: CollectionPointId; year: FiscalYear }, at: ReportMoment = ofNow): Promise<CollectionPointPage | null> {
  const point = await readCollectionPoint(deps, asked, at)
  if (point === null) return null
  const entries = await readAt(deps.db, at, (books, since) => books.query<LinkedEntry>(linkedSql(since), [asked.pointId]))
  if (at.moment !== null) return { point, entries: entries.rows, candidates: [] }
  const candidates = await deps.db.pool.query<PointEntry>(candidatesSql, [asked.year, point.campaignId])
  return { point, entries: entries.rows, candidates: candidates.rows }
}

const entryColumns = `
  e.id AS "entryId", e.entry_number AS "entryNumber", e.fiscal_year AS "fiscalYear", e.entry_date AS "entryDate", e.description,
  g.name AS "campaignName", m.name AS "methodName", m.count_meaning AS "countMeaning"`

const linkedSql = (since: readonly YearSince[]) => `${pointEntries(since)}
  SELECT ${entryColumns}, s.count, s.amount_yen AS "amountYen",
    EXISTS (SELECT 1 FROM collection_point_entry l WHERE l.entry_id = s.entry_id) AS "isLinkedItself"
  FROM standing s JOIN journal_entry e ON e.id = s.entry_id JOIN campaign g ON g.id = s.campaign_id JOIN collection_method m ON m.id = s.collection_method_id
  WHERE s.point_id = $1 ORDER BY e.fiscal_year DESC, e.entry_number DESC`

const candidatesSql = `${pointEntries([])}
  SELECT ${entryColumns}, p.count, (-p.amount_yen)::bigint AS "amountYen"
  FROM posting p JOIN campaign g ON g.id = p.campaign_id JOIN collection_method m ON m.id = p.collection_method_id JOIN journal_entry e ON e.id = p.entry_id
  WHERE g.fiscal_year = $1 AND ($2::uuid IS NULL OR g.id = $2) AND m.national_category <> 'household' AND p.funding_source_id IS NOT NULL
    AND e.kind = 'receipt' AND NOT EXISTS (SELECT 1 FROM of_point o WHERE o.entry_id = e.id)
    AND NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = e.id)
  ORDER BY e.fiscal_year DESC, e.entry_number DESC LIMIT 100`
