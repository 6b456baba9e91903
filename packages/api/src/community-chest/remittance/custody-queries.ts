import type { Db } from '@sasaeai/db/database'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { DriveKind } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import type { RemittanceMode } from '@sasaeai/domain/community-chest/campaign/remittance-mode'
import { settlementDeadline } from '@sasaeai/domain/community-chest/remittance/settlement-deadline'
import type { CampaignId, LedgerAccountId } from '@sasaeai/domain/ids'
import { negateYen, sumYen, type Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { isAmong, type YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { readHeldOfDrives } from './held-of-drives.ts'

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

/** What is held of the drives of a year, and of earlier ones, with the drives as they were at the moment. */
export async function custodyOfYear(deps: Pick<Deps, 'db' | 'now'>, year: FiscalYear, at: ReportMoment = ofNow): Promise<CustodyOfYear> {
  const campaigns = await readCustody(deps.db, { condition: 'c.fiscal_year = $1 OR (c.fiscal_year < $1 AND c.closed_on IS NULL)', values: [year] }, at)
  return {
    today: localDateInTokyo(at.moment ?? deps.now()),
    campaigns: campaigns.filter(({ fiscalYear, heldYen }) => fiscalYear === year || heldYen !== 0),
  }
}

/** What is held of one drive; null when there is none such. */
export async function custodyOfCampaign(db: Db, campaignId: CampaignId, at: ReportMoment = ofNow): Promise<CampaignCustody | null> {
  const [custody] = await readCustody(db, { condition: 'c.id = $1', values: [campaignId] }, at)
  return custody ?? null
}

type CustodyRow = Omit<CampaignCustody, 'collectedYen' | 'paidDirectlyYen' | 'heldYen' | 'heldSince' | 'deadline'>

async function readCustody(db: Db, asked: { condition: string; values: (string | number)[] }, at: ReportMoment): Promise<CampaignCustody[]> {
  const [{ rows }, heldOf] = await Promise.all([
    readAt(db, at, (books, since) => books.query<CustodyRow>(`${drivesSql(since)} WHERE ${asked.condition} ORDER BY c.fiscal_year DESC, c.code`, asked.values)),
    readHeldOfDrives(db, at.position),
  ])
  return rows.map((row) => {
    const held = heldOf(row.campaignId)
    return {
      ...row,
      ...held,
      paidDirectlyYen: sumYen([held.collectedYen, negateYen(held.heldYen), negateYen(row.remittedYen)]),
      deadline: settlementDeadline(row.closesOn),
    }
  })
}

/** A remittance counts as long as the books hold it: the one whose entry was reversed is none. */
const drivesSql = (since: readonly YearSince[]) => `
  SELECT c.id AS "campaignId", c.name, c.drive, c.fiscal_year AS "fiscalYear", c.remittance_mode AS "remittanceMode", a.book,
    c.custody_account_id AS "custodyAccountId", c.closes_on AS "closesOn", c.closed_on AS "closedOn", coalesce(r.remitted, 0)::bigint AS "remittedYen"
  FROM campaign c JOIN ledger_account a ON a.id = c.custody_account_id
  LEFT JOIN LATERAL (
    SELECT sum(m.amount_yen) AS remitted FROM remittance m
    WHERE m.campaign_id = c.id AND NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = m.entry_id AND NOT ${isAmong(since, 'x')})
      AND NOT EXISTS (SELECT 1 FROM journal_entry y WHERE y.id = m.entry_id AND ${isAmong(since, 'y')})) r ON true`
