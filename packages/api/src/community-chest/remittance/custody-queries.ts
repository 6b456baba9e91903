import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { DriveKind } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import type { RemittanceMode } from '@sasaeai/domain/community-chest/campaign/remittance-mode'
import { type DayReceived, oldestHeldSince } from '@sasaeai/domain/community-chest/remittance/oldest-held'
import { settlementDeadline } from '@sasaeai/domain/community-chest/remittance/settlement-deadline'
import type { CampaignId, LedgerAccountId } from '@sasaeai/domain/ids'
import { addYen, negateYen, type Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { type BooksState, inOneState } from '../../ledger/in-one-state.ts'

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
export async function custodyOfYear(deps: Deps, year: FiscalYear): Promise<CustodyOfYear> {
  const campaigns = await inOneState(deps.db, (books) =>
    readCustody(books, { condition: 'c.fiscal_year = $1 OR (c.fiscal_year < $1 AND c.closed_on IS NULL)', values: [year] }),
  )
  return {
    today: localDateInTokyo(deps.now()),
    campaigns: campaigns.filter(({ fiscalYear, heldYen }) => fiscalYear === year || heldYen !== 0),
  }
}

/** What is held of one drive; null when there is none such. */
export async function custodyOfCampaign(books: BooksState, campaignId: CampaignId): Promise<CampaignCustody | null> {
  const [custody] = await readCustody(books, { condition: 'c.id = $1', values: [campaignId] })
  return custody ?? null
}

type CustodyRow = Omit<CampaignCustody, 'paidDirectlyYen' | 'heldYen' | 'heldSince' | 'deadline'> & {
  /** Remitted, and whatever else was handed over. */
  readonly passedOnYen: Yen
}

async function readCustody(books: BooksState, asked: { condition: string; values: (string | number)[] }): Promise<CampaignCustody[]> {
  const { rows } = await books.query<CustodyRow>(`${custodySql} WHERE ${asked.condition} ORDER BY c.fiscal_year DESC, c.code`, asked.values)
  const held = rows.filter(({ collectedYen, passedOnYen }) => collectedYen > passedOnYen)
  const received = await readReceived(books, held.map(({ campaignId }) => campaignId))
  return rows.map(({ passedOnYen, ...row }) => {
    const heldYen = addYen(row.collectedYen, negateYen(passedOnYen))
    return {
      ...row,
      paidDirectlyYen: addYen(passedOnYen, negateYen(row.remittedYen)),
      heldYen,
      heldSince: oldestHeldSince(received.get(row.campaignId) ?? [], heldYen),
      deadline: settlementDeadline(row.closesOn),
    }
  })
}

async function readReceived(books: BooksState, campaignIds: readonly CampaignId[]): Promise<Map<CampaignId, DayReceived[]>> {
  if (campaignIds.length === 0) return new Map()
  const { rows } = await books.query<DayReceived & { readonly campaignId: CampaignId }>(receivedSql, [campaignIds])
  return Map.groupBy(rows, ({ campaignId }) => campaignId)
}

/** A remittance counts as long as the books hold it: the one whose entry was reversed is none. */
const custodySql = `
  SELECT c.id AS "campaignId", c.name, c.drive, c.fiscal_year AS "fiscalYear", c.remittance_mode AS "remittanceMode", a.book,
    c.custody_account_id AS "custodyAccountId", c.closes_on AS "closesOn", c.closed_on AS "closedOn",
    coalesce(t.collected, 0)::bigint AS "collectedYen", coalesce(t.passed_on, 0)::bigint AS "passedOnYen",
    coalesce(r.remitted, 0)::bigint AS "remittedYen"
  FROM campaign c JOIN ledger_account a ON a.id = c.custody_account_id
  LEFT JOIN LATERAL (
    SELECT -sum(y.amount_yen) FILTER (WHERE y.funding_source_id IS NOT NULL) AS collected,
      sum(y.amount_yen) FILTER (WHERE y.funding_source_id IS NULL) AS passed_on
    FROM funding_year_total y WHERE y.campaign_id = c.id AND y.account_id = c.custody_account_id) t ON true
  LEFT JOIN LATERAL (
    SELECT sum(m.amount_yen) AS remitted FROM remittance m
    WHERE m.campaign_id = c.id AND NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = m.entry_id)) r ON true`

/** By day, what was undone taken off the day on which it had come in. */
const receivedSql = `
  SELECT campaign_id AS "campaignId", day, sum(amount_yen)::bigint AS "receivedYen" FROM (
    SELECT p.campaign_id, p.entry_date AS day, -p.amount_yen AS amount_yen FROM posting p
    WHERE p.campaign_id = ANY($1) AND p.funding_source_id IS NOT NULL AND p.amount_yen < 0
    UNION ALL
    SELECT p.campaign_id, coalesce(o.entry_date, p.entry_date), -p.amount_yen
    FROM posting p JOIN journal_entry e ON e.id = p.entry_id LEFT JOIN journal_entry o ON o.id = e.reverses_entry_id
    WHERE p.campaign_id = ANY($1) AND p.funding_source_id IS NOT NULL AND p.amount_yen > 0
  ) received GROUP BY campaign_id, day`
