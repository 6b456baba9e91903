import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { DriveKind } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import type { RemittanceMode } from '@sasaeai/domain/community-chest/campaign/remittance-mode'
import { type DayReceived, oldestHeldSince } from '@sasaeai/domain/community-chest/remittance/oldest-held'
import { settlementDeadline } from '@sasaeai/domain/community-chest/remittance/settlement-deadline'
import type { CampaignId, LedgerAccountId } from '@sasaeai/domain/ids'
import { addYen, negateYen, sumYen, type Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import type { BooksPosition } from '../../ledger/books-position.ts'
import { type BooksState, inOneState } from '../../ledger/in-one-state.ts'
import { isAmong, isLater, type YearSince, yearsSince } from '../../ledger/posted-since.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'

/** 預り金 of one drive: what came in, where it went, and what is held. Amounts in yen. */
export interface CampaignCustody {
  readonly campaignId: CampaignId
  readonly name: string
  readonly drive: DriveKind
  readonly fiscalYear: FiscalYear
  readonly remittanceMode: RemittanceMode
  readonly book: 'council' | 'branch'
  readonly custodyAccountId: LedgerAccountId
  readonly closesOn: LocalDate
  /** 締め; null while the drive is open. */
  readonly closedOn: LocalDate | null
  readonly collectedYen: Yen
  readonly remittedYen: Yen
  /** 直接支払: handed over otherwise than by a remittance. */
  readonly paidDirectlyYen: Yen
  readonly heldYen: Yen
  /** When the oldest yen came in that is not handed over yet; null when nothing is held. */
  readonly heldSince: LocalDate | null
  /** By when nothing is held any more. */
  readonly deadline: LocalDate
}

export interface CustodyOfYear {
  readonly today: LocalDate
  /** The drives of the year in the order of their codes, then earlier ones of which something is still held. */
  readonly campaigns: readonly CampaignCustody[]
}

/** What is held of the drives of a year, and of earlier ones. */
export async function custodyOfYear(deps: Deps, year: FiscalYear, { moment, position }: ReportMoment = ofNow): Promise<CustodyOfYear> {
  const condition = 'c.fiscal_year = $1 OR (c.fiscal_year < $1 AND c.closed_on IS NULL)'
  const campaigns = await inOneState(deps.db, (books) => readCustody(books, { condition, values: [year] }, position), moment)
  return {
    today: localDateInTokyo(moment ?? deps.now()),
    campaigns: campaigns.filter(({ fiscalYear, heldYen }) => fiscalYear === year || heldYen !== 0),
  }
}

/** What is held of one drive; null when there is none such. */
export async function custodyOfCampaign(books: BooksState, campaignId: CampaignId): Promise<CampaignCustody | null> {
  const [custody] = await readCustody(books, { condition: 'c.id = $1', values: [campaignId] })
  return custody ?? null
}

type CustodyRow = Omit<CampaignCustody, 'collectedYen' | 'paidDirectlyYen' | 'heldYen' | 'heldSince' | 'deadline'>

async function readCustody(
  books: BooksState,
  asked: { condition: string; values: (string | number)[] },
  position: BooksPosition | null = null,
): Promise<CampaignCustody[]> {
  const since = position === null ? [] : await yearsSince(books, {}, position)
  const { rows } = await books.query<CustodyRow>(`${drivesSql(since)} WHERE ${asked.condition} ORDER BY c.fiscal_year DESC, c.code`, asked.values)
  const days = await readDays(books, rows, since)
  return rows.map((row) => {
    const own = days.get(row.campaignId) ?? []
    const collectedYen = sumYen(own.map(({ receivedYen }) => receivedYen))
    const passedOnYen = sumYen(own.map((day) => day.passedOnYen))
    const heldYen = addYen(collectedYen, negateYen(passedOnYen))
    return {
      ...row,
      collectedYen,
      paidDirectlyYen: addYen(passedOnYen, negateYen(row.remittedYen)),
      heldYen,
      heldSince: oldestHeldSince(own, heldYen),
      deadline: settlementDeadline(row.closesOn),
    }
  })
}

interface CustodyDay extends DayReceived {
  readonly campaignId: CampaignId
  /** Remitted, and whatever else was handed over. */
  readonly passedOnYen: Yen
}

async function readDays(books: BooksState, drives: readonly CustodyRow[], since: readonly YearSince[]): Promise<Map<CampaignId, CustodyDay[]>> {
  if (drives.length === 0) return new Map()
  // Money of a drive comes in the year before it at the earliest. Told as a number, so that PostgreSQL knows how much that is.
  const first = Math.min(...drives.map(({ fiscalYear }) => fiscalYear)) - 1
  const { rows } = await books.query<CustodyDay>(daysSql(since), [drives.map(({ campaignId }) => campaignId), first])
  return Map.groupBy(rows, ({ campaignId }) => campaignId)
}

/** A remittance counts as long as the books hold it: the one whose entry was reversed is none. */
const drivesSql = (since: readonly YearSince[]) => `
  SELECT c.id AS "campaignId", c.name, c.drive, c.fiscal_year AS "fiscalYear", c.remittance_mode AS "remittanceMode", a.book,
    c.custody_account_id AS "custodyAccountId", c.closes_on AS "closesOn", c.closed_on AS "closedOn", coalesce(r.remitted, 0)::bigint AS "remittedYen"
  FROM campaign c JOIN ledger_account a ON a.id = c.custody_account_id
  LEFT JOIN LATERAL (
    SELECT sum(m.amount_yen) AS remitted FROM remittance m
    WHERE m.campaign_id = c.id AND NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = m.entry_id AND NOT (${isAmong(since, 'x')}))
      AND NOT EXISTS (SELECT 1 FROM journal_entry y WHERE y.id = m.entry_id AND ${isAmong(since, 'y')})) r ON true`

/**
 * From the kept totals, read once for all drives. What was undone they have on the day of the reversal, from where it is
 * moved to the day on which it had come in.
 */
const daysSql = (since: readonly YearSince[]) => `
  WITH reversal AS MATERIALIZED (
    SELECT e.id, e.entry_date AS undone_on, o.entry_date AS came_on FROM journal_entry e JOIN journal_entry o ON o.id = e.reverses_entry_id
    WHERE e.reverses_entry_id IS NOT NULL AND NOT (${isAmong(since, 'e')}))
  SELECT campaign_id AS "campaignId", day, sum(received)::bigint AS "receivedYen", sum(passed_on)::bigint AS "passedOnYen" FROM (
    SELECT t.campaign_id, t.entry_date AS day, coalesce(-sum(t.amount_yen) FILTER (WHERE t.funding_source_id IS NOT NULL), 0) AS received,
      coalesce(sum(t.amount_yen) FILTER (WHERE t.funding_source_id IS NULL), 0) AS passed_on
    FROM funding_total t JOIN campaign c ON c.id = t.campaign_id AND c.custody_account_id = t.account_id
    WHERE t.campaign_id = ANY($1) AND t.fiscal_year >= $2 GROUP BY 1, 2
    UNION ALL
    SELECT p.campaign_id, moved.day, moved.sign * p.amount_yen, 0
    FROM reversal e JOIN posting p ON p.entry_id = e.id
      CROSS JOIN LATERAL (VALUES (e.undone_on, 1), (e.came_on, -1)) moved (day, sign)
    WHERE p.campaign_id = ANY($1) AND p.funding_source_id IS NOT NULL AND p.amount_yen > 0
    ${since.map(laterDays).join('')}
  ) movement GROUP BY campaign_id, day`

/** What was posted since the position, to be taken off what is kept. */
const laterDays = (each: YearSince) => `
    UNION ALL
    SELECT p.campaign_id, p.entry_date, CASE WHEN p.funding_source_id IS NULL THEN 0 ELSE p.amount_yen END,
      CASE WHEN p.funding_source_id IS NULL THEN -p.amount_yen ELSE 0 END
    FROM journal_entry e JOIN posting p ON p.entry_id = e.id AND p.entry_date >= '${each.firstDay}'
      JOIN campaign c ON c.id = p.campaign_id AND c.custody_account_id = p.account_id
    WHERE ${isLater(each, 'e')} AND ${each.year} >= $2::int AND p.campaign_id = ANY($1)`
