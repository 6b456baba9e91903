import type { Db } from '@sasaeai/db/database'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { DriveKind } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import type { AllocationId, AllocationReceiptId, AllocationUseId, FundingSourceId, JournalEntryId, LedgerAccountId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { isAmong, type YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { ofNow, type ReportMoment } from '../../ledger/report-moment.ts'

/** A 配分金 with everything that has become of it. */
export interface Allocation {
  readonly allocationId: AllocationId
  readonly fiscalYear: FiscalYear
  readonly sourceYear: FiscalYear
  readonly drive: DriveKind
  readonly label: string
  readonly name: string
  readonly fundingSourceId: FundingSourceId
  readonly fundingSourceName: string
  readonly decidedOn: LocalDate
  readonly decidedYen: Yen
  readonly note: string
  readonly closedOn: LocalDate | null
  readonly revision: number
  /** In the order in which they were booked. */
  readonly receipts: readonly AllocationReceipt[]
  readonly uses: readonly AllocationUse[]
  /** How many 助成 are given out of it. */
  readonly grantCalls: number
}

export interface AllocationReceipt {
  readonly receiptId: AllocationReceiptId
  readonly receivedOn: LocalDate
  readonly amountYen: Yen
  readonly entryId: JournalEntryId
  readonly entryNumber: number
  readonly cashAccount: string
  /** Booked by another door and linked afterwards: the link can be taken back by itself. */
  readonly isLinked: boolean
  /** The day on which its entry was reversed; null while it stands. */
  readonly undoneOn: LocalDate | null
}

export interface AllocationUse {
  readonly useId: AllocationUseId
  readonly groupName: string
  readonly projectName: string
  readonly amountYen: Yen
  readonly activity: string
  readonly message: string
  readonly beneficiaries: number | null
  readonly reportDueOn: LocalDate | null
  readonly reportedOn: LocalDate | null
  readonly revision: number
}

/** Money of the same funding source that was booked by another door and is of no allocation yet. */
export interface UnlinkedReceipt {
  readonly entryId: JournalEntryId
  readonly entryNumber: number
  readonly entryDate: LocalDate
  readonly description: string
  readonly amountYen: Yen
}

export interface AllocationsOfYear {
  readonly allocations: readonly Allocation[]
  /** The day by which reports are overdue or not. */
  readonly today: LocalDate
}

/** 配分金 that is given in a year, as it was decided; of a past moment with what was received and written down by then. */
export async function allocationsOfYear({ db, now }: Pick<Deps, 'db' | 'now'>, year: FiscalYear, at: ReportMoment = ofNow): Promise<AllocationsOfYear> {
  const { rows } = await readAt(db, at, (books, since) => books.query<Allocation>(`${allocationSql(since)} WHERE a.fiscal_year = $1 ORDER BY a.decided_on, a.name, a.id`, [year]))
  return { allocations: rows, today: localDateInTokyo(at.moment ?? now()) }
}

export interface AllocationInFull {
  readonly allocation: Allocation
  readonly today: LocalDate
  /** What may be of it besides, the newest first; nothing as of a past moment, when nothing can be linked. */
  readonly unlinked: readonly UnlinkedReceipt[]
  /** What it can be received into, and the account that is likely meant; as of a past moment nothing can be received. */
  readonly cash: { readonly accounts: readonly { readonly id: LedgerAccountId; readonly name: string }[]; readonly usualId: LedgerAccountId | null }
}

/** One 配分金, as it is now or was at a moment; null when it is not there, or was not yet. */
export async function readAllocation({ db, now }: Pick<Deps, 'db' | 'now'>, allocationId: AllocationId, at: ReportMoment = ofNow): Promise<AllocationInFull | null> {
  const [found, cash] = await Promise.all([
    readAt(db, at, (books, since) => books.query<Allocation>(`${allocationSql(since)} WHERE a.id = $1`, [allocationId])),
    at.position === null ? readCash(db) : { accounts: [], usualId: null },
  ])
  const [allocation] = found.rows
  if (allocation === undefined) return null
  const unlinked = at.position === null ? await db.pool.query<UnlinkedReceipt>(unlinkedSql, [allocation.fundingSourceId]) : { rows: [] }
  return { allocation, today: localDateInTokyo(at.moment ?? now()), unlinked: unlinked.rows, cash }
}

async function readCash({ pool }: Pick<Db, 'pool'>): Promise<AllocationInFull['cash']> {
  const [accounts, usual] = await Promise.all([
    pool.query<{ id: LedgerAccountId; name: string }>(cashSql), pool.query<{ id: LedgerAccountId }>(usualCashSql),
  ])
  return { accounts: accounts.rows, usualId: usual.rows.find(({ id }) => accounts.rows.some((account) => account.id === id))?.id ?? null }
}

const allocationSql = (since: readonly YearSince[]) => `
  SELECT a.id AS "allocationId", a.fiscal_year AS "fiscalYear", a.source_year AS "sourceYear", a.drive, a.label, a.name,
    a.funding_source_id AS "fundingSourceId", s.name AS "fundingSourceName", a.decided_on AS "decidedOn", a.decided_yen AS "decidedYen",
    coalesce(a.note, '') AS note, a.closed_on AS "closedOn", a.revision,
    (SELECT coalesce(json_agg(json_build_object('receiptId', r.id, 'receivedOn', r.received_on, 'amountYen', r.amount_yen, 'entryId', e.id,
        'entryNumber', e.entry_number, 'isLinked', e.source_kind <> 'allocation_receipt', 'undoneOn', u.entry_date,
        'cashAccount', (SELECT x.name FROM posting p JOIN ledger_account x ON x.id = p.account_id WHERE p.entry_id = e.id AND p.amount_yen > 0 LIMIT 1))
        ORDER BY e.fiscal_year, e.entry_number), '[]')
      FROM allocation_receipt r JOIN journal_entry e ON e.id = r.entry_id LEFT JOIN journal_entry u ON u.reverses_entry_id = e.id AND NOT ${isAmong(since, 'u')}
      WHERE r.allocation_id = a.id AND NOT ${isAmong(since, 'e')}) AS receipts,
    (SELECT coalesce(json_agg(json_build_object('useId', y.id, 'groupName', y.group_name, 'projectName', y.project_name, 'amountYen', y.amount_yen,
        'activity', y.activity, 'message', y.message, 'beneficiaries', y.beneficiaries, 'reportDueOn', y.report_due_on,
        'reportedOn', y.reported_on, 'revision', y.revision) ORDER BY y.id), '[]')
      FROM allocation_use y WHERE y.allocation_id = a.id) AS uses,
    (SELECT count(*)::int FROM grant_call c WHERE c.allocation_id = a.id) AS "grantCalls"
  FROM allocation a JOIN funding_source s ON s.id = a.funding_source_id`

const unlinkedSql = `
  SELECT e.id AS "entryId", e.entry_number AS "entryNumber", e.entry_date AS "entryDate", e.description, (-sum(p.amount_yen))::bigint AS "amountYen"
  FROM posting p JOIN journal_entry e ON e.id = p.entry_id
  WHERE p.funding_source_id = $1 AND e.kind = 'receipt' AND NOT EXISTS (SELECT 1 FROM allocation_receipt r WHERE r.entry_id = e.id)
    AND NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = e.id)
  GROUP BY e.id HAVING sum(p.amount_yen) < 0 ORDER BY e.entry_date DESC, e.entry_number DESC LIMIT 50`

const cashSql = `
  SELECT id, code || ' ' || name AS name FROM ledger_account
  WHERE category = 'asset' AND book = 'council' AND NOT is_heading AND closed_on IS NULL ORDER BY code`

/** As last time, else the council's usual account. */
const usualCashSql = `
  (SELECT p.account_id AS id FROM allocation_receipt r JOIN posting p ON p.entry_id = r.entry_id AND p.amount_yen > 0 ORDER BY r.id DESC LIMIT 1)
  UNION ALL (SELECT default_cash_account_id FROM council WHERE id = 1 AND default_cash_account_id IS NOT NULL)`
