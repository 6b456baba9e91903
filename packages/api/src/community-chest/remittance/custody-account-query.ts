import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type BalancedMovement, type CustodyMovement, withBalances } from '@sasaeai/domain/community-chest/remittance/custody-movement'
import type { CampaignId, JournalEntryId, LedgerAccountId, RemittanceId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { type BooksState, inOneState } from '../../ledger/in-one-state.ts'
import { isAmong, type YearSince, yearsSince } from '../../ledger/posted-since.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { laterEntries } from '../../ledger/standing-at.ts'
import { type CampaignCustody, custodyOfCampaign } from './custody-queries.ts'

/** 送金, and whether the books still hold it. */
export interface RemittanceRow {
  readonly remittanceId: RemittanceId
  readonly sequence: number
  readonly remittedOn: LocalDate
  readonly amountYen: Yen
  readonly note: string
  readonly entryId: JournalEntryId
  readonly entryNumber: number
  readonly cashAccount: string
  /** The day on which its entry was reversed; null while it stands. */
  readonly undoneOn: LocalDate | null
}

/** 預り金 of one drive in full. */
export interface CustodyAccount {
  readonly custody: CampaignCustody
  readonly movements: readonly BalancedMovement[]
  /** The latest first. */
  readonly remittances: readonly RemittanceRow[]
  /** What a remittance can be paid from: 現金預金 of the drive's book, and the one that is likely meant. */
  readonly cash: { readonly accounts: readonly { readonly id: LedgerAccountId; readonly name: string }[]; readonly usualId: LedgerAccountId | null }
}

/** Everything that happened to a drive's custody, as the books have it now or had it at a moment; null when there is no such drive. */
export async function custodyAccount({ db }: Pick<Deps, 'db'>, campaignId: CampaignId, at: ReportMoment = ofNow): Promise<CustodyAccount | null> {
  const custody = await custodyOfCampaign(db, campaignId, at)
  if (custody === null) return null
  return inOneState(db, async (books) => {
    const since = at.position === null ? [] : await yearsSince(books, {}, at.position)
    const asked = [campaignId, custody.custodyAccountId]
    const received = await books.query<Omit<CustodyMovement, 'entry'>>(receivedSql(since), asked)
    const passedOn = await books.query<PassedOnRow>(passedOnSql(since), asked)
    const remittances = await books.query<RemittanceRow>(remittancesSql(since), [campaignId])
    return {
      custody,
      movements: withBalances([...received.rows.map((row) => ({ ...row, entry: null })), ...passedOn.rows.map(movementOf)]),
      remittances: remittances.rows,
      cash: await readCash(books, custody),
    }
  })
}

type PassedOnRow = Pick<CustodyMovement, 'day' | 'kind' | 'changeYen'> & NonNullable<CustodyMovement['entry']>

function movementOf({ day, kind, changeYen, ...entry }: PassedOnRow): CustodyMovement {
  return { day, kind, changeYen, entries: 1, entry }
}

async function readCash(books: BooksState, { campaignId, book }: CampaignCustody): Promise<CustodyAccount['cash']> {
  const { rows } = await books.query<{ id: LedgerAccountId; name: string }>(
    `SELECT id, code || ' ' || name AS name FROM ledger_account
     WHERE category = 'asset' AND book = $1 AND NOT is_heading AND closed_on IS NULL ORDER BY code`,
    [book],
  )
  const usual = await books.query<{ id: LedgerAccountId | null }>(usualCashSql, [campaignId])
  const usualId = usual.rows[0]?.id ?? null
  return { accounts: rows, usualId: rows.some(({ id }) => id === usualId) ? usualId : null }
}

/** The slips of a day together, those that were undone apart. */
const receivedSql = (since: readonly YearSince[]) => `
  ${since.length === 0 ? '' : `WITH ${laterEntries(since)}`}
  SELECT entry_date AS day, CASE WHEN amount_yen < 0 THEN 'received' ELSE 'receipt_undone' END AS kind,
    count(DISTINCT entry_id)::int AS entries, (-sum(amount_yen))::bigint AS "changeYen"
  FROM posting WHERE campaign_id = $1 AND account_id = $2 AND funding_source_id IS NOT NULL ${since.length === 0 ? '' : 'AND entry_id NOT IN (SELECT id FROM later)'} GROUP BY 1, 2`

const passedOnSql = (since: readonly YearSince[]) => `
  SELECT e.entry_date AS day, CASE WHEN e.source_kind = 'remittance' THEN 'remitted' WHEN e.kind = 'reversal' THEN 'payment_undone'
      ELSE 'paid_directly' END AS kind,
    (-sum(p.amount_yen))::bigint AS "changeYen", e.id AS "entryId", e.entry_number AS "entryNumber", e.description,
    EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = e.id AND NOT ${isAmong(since, 'x')}) AS "isReversed"
  FROM posting p JOIN journal_entry e ON e.id = p.entry_id
  WHERE p.campaign_id = $1 AND p.account_id = $2 AND p.funding_source_id IS NULL AND NOT ${isAmong(since, 'e')} GROUP BY e.id`

const remittancesSql = (since: readonly YearSince[]) => `
  SELECT r.id AS "remittanceId", r.sequence, r.remitted_on AS "remittedOn", r.amount_yen AS "amountYen", r.note, e.id AS "entryId",
    e.entry_number AS "entryNumber", x.entry_date AS "undoneOn",
    (SELECT a.name FROM posting p JOIN ledger_account a ON a.id = p.account_id WHERE p.entry_id = e.id AND p.amount_yen < 0 LIMIT 1) AS "cashAccount"
  FROM remittance r JOIN journal_entry e ON e.id = r.entry_id LEFT JOIN journal_entry x ON x.reverses_entry_id = e.id AND NOT ${isAmong(since, 'x')}
  WHERE r.campaign_id = $1 AND NOT ${isAmong(since, 'e')} ORDER BY r.sequence DESC`

/** As last time; else the drive's own cash (支会), else the council's usual account. */
const usualCashSql = `
  SELECT coalesce(
    (SELECT p.account_id FROM remittance r JOIN posting p ON p.entry_id = r.entry_id AND p.amount_yen < 0
      WHERE r.campaign_id = $1 ORDER BY r.sequence DESC LIMIT 1),
    c.cash_account_id, (SELECT default_cash_account_id FROM council WHERE id = 1)) AS id
  FROM campaign c WHERE c.id = $1`
