import { groundAt } from '@sasaeai/db/ground-at'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { AreaId, DuesKindId, JournalEntryId, LedgerAccountId, ShareBackRunId } from '@sasaeai/domain/ids'
import type { ShareBackLine, UnsharedDues } from '@sasaeai/domain/membership-dues/share-back/share-back'
import type { ShareBackStatus } from '@sasaeai/domain/membership-dues/share-back/share-back-status'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { askingOf } from '../../ledger/asking.ts'
import { isAmong, type YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { groundMomentOf, ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { readShareBack } from './read-share-back.ts'
import { isSameShareBack, readShareBackLines } from './share-back-lines.ts'
import { shareBackRunAt } from './share-back-run-at.ts'

/** One calculation in full. */
export interface ShareBackRun extends RunRow {
  /** Of a draft: the books, the rates or the rules say something else by now. */
  readonly isOutdated: boolean
  readonly kinds: readonly { readonly duesKindId: DuesKindId; readonly code: string; readonly name: string }[]
  /** By the codes of their areas; nobody appears without a line. */
  readonly payees: readonly ShareBackOfPayee[]
  /** 地域なし, as the books say now; empty where the rules are incomplete. */
  readonly unshared: readonly UnsharedDues[]
}

export interface ShareBackOfPayee extends PayeeRow {
  readonly lines: readonly ComparedLine[]
}

/** A line beside what had come in by the calculation that was paid before; null without one. */
export interface ComparedLine extends Omit<ShareBackLine, 'areaId'> {
  readonly lastReceivedYen: Yen | null
}

interface RunRow {
  readonly runId: ShareBackRunId
  readonly fiscalYear: FiscalYear
  readonly sequence: number
  readonly status: ShareBackStatus
  readonly cutOffOn: LocalDate
  readonly paidOn: LocalDate | null
  readonly calculatedAt: string
  readonly calculatedBy: string
  readonly revision: number
  /** The calculation of the year that was paid before this one. */
  readonly lastRunId: ShareBackRunId | null
  /** The account that it was booked on, or would be by the rules. */
  readonly expenseAccountId: LedgerAccountId | null
}

interface PayeeRow {
  readonly areaId: AreaId
  readonly code: string
  readonly name: string
  /** The area above, where that is not the whole council. */
  readonly aboveName: string | null
  readonly payment: { readonly entryId: JournalEntryId; readonly entryNumber: number; readonly isReversed: boolean } | null
}

/** A calculation with its payees, as it is now or was at a moment; null when it is not there, or was not yet. */
export async function readShareBackRun({ db }: Pick<Deps, 'db'>, runId: ShareBackRunId, at: ReportMoment = ofNow): Promise<ShareBackRun | null> {
  const { rows: [run] } = await readAt(db, at, (books, since) => books.query<RunRow>(runSql(since), [runId, at.moment]))
  if (run === undefined) return null
  const tables = groundAt(db, groundMomentOf(at)).pool
  const [lines, before, payees, kinds, now] = await Promise.all([
    readShareBackLines(askingOf(tables), runId),
    run.lastRunId === null ? null : readShareBackLines(askingOf(tables), run.lastRunId),
    readAt(db, at, (books, since) => books.query<PayeeRow>(payeesSql(since), [runId])),
    tables.query<ShareBackRun['kinds'][number]>(kindsSql, [runId]),
    readAt(db, at, (books, since) => readShareBack(askingOf(books), run, since)),
  ])
  const keyOf = ({ areaId, duesKindId }: ShareBackLine) => `${areaId}/${duesKindId}`
  const received = new Map(before?.map((line) => [keyOf(line), line.receivedYen]))
  const compared = lines.map((line) => ({ ...line, lastReceivedYen: before === null ? null : (received.get(keyOf(line)) ?? null) }))
  const linesOf = Map.groupBy(compared, ({ areaId }) => areaId)
  return {
    ...run,
    isOutdated: run.status === 'draft' && !(now.ok && isSameShareBack(lines, now.value.shareBack.lines)),
    kinds: kinds.rows,
    payees: payees.rows.map((payee) => ({ ...payee, lines: linesOf.get(payee.areaId) ?? [] })),
    unshared: now.ok ? now.value.shareBack.unshared : [],
  }
}

const runSql = (since: readonly YearSince[]) => `
  SELECT r.id AS "runId", r.fiscal_year AS "fiscalYear", r.sequence, r.status, r.cut_off_on AS "cutOffOn", r.paid_on AS "paidOn",
    r.created_at AS "calculatedAt", u.name AS "calculatedBy", r.revision,
    (SELECT b.id FROM share_back_run b WHERE b.fiscal_year = r.fiscal_year AND b.sequence < r.sequence
      ORDER BY b.sequence DESC LIMIT 1) AS "lastRunId",
    coalesce((SELECT p.account_id FROM journal_entry e JOIN posting p ON p.entry_id = e.id AND p.dues_kind_id IS NOT NULL
      WHERE e.source_kind = 'share_back' AND e.source_id LIKE r.id || '/%' AND NOT ${isAmong(since, 'e')} LIMIT 1), s.share_back_expense_account_id) AS "expenseAccountId"
  FROM ${shareBackRunAt('$2')} r JOIN user_account u ON u.id = r.created_by_id CROSS JOIN dues_rules s
  WHERE r.id = $1`

const payeesSql = (since: readonly YearSince[]) => `
  SELECT a.id AS "areaId", a.code, a.name, CASE WHEN above.parent_id IS NOT NULL THEN above.name END AS "aboveName",
    CASE WHEN e.id IS NOT NULL THEN json_build_object('entryId', e.id, 'entryNumber', e.entry_number,
      'isReversed', EXISTS (SELECT 1 FROM journal_entry u WHERE u.reverses_entry_id = e.id AND NOT ${isAmong(since, 'u')})) END AS payment
  FROM area a LEFT JOIN area above ON above.id = a.parent_id
    LEFT JOIN journal_entry e ON e.source_kind = 'share_back' AND e.source_id = $1::uuid || '/' || a.id AND NOT ${isAmong(since, 'e')}
  WHERE a.id IN (SELECT area_id FROM share_back_line WHERE run_id = $1::uuid) ORDER BY a.code`

const kindsSql = `
  SELECT k.id AS "duesKindId", k.code, k.name FROM dues_kind k
  WHERE k.id IN (SELECT dues_kind_id FROM share_back_line WHERE run_id = $1) ORDER BY k.code`
