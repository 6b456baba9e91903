import { groundAt } from '@sasaeai/db/ground-at'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { LedgerAccountId, ShareBackRunId } from '@sasaeai/domain/ids'
import type { ShareBackStatus } from '@sasaeai/domain/membership-dues/share-back/share-back-status'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { askingOf } from '../../ledger/asking.ts'
import { duesTotalsAt } from '../../ledger/kept-totals-at.ts'
import type { YearSince } from '../../ledger/posted-since.ts'
import { readAt } from '../../ledger/read-at.ts'
import { groundMomentOf, ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { readCompleteRules, type RulesProblem } from './read-share-back.ts'
import { shareBackRunAt } from './share-back-run-at.ts'

/** One calculation with its sums, in yen. */
export interface ListedShareBackRun {
  readonly runId: ShareBackRunId
  readonly sequence: number
  readonly status: ShareBackStatus
  readonly cutOffOn: LocalDate
  readonly paidOn: LocalDate | null
  readonly calculatedAt: string
  readonly calculatedBy: string
  readonly revision: number
  /** Payees that have something to get, or have got it. */
  readonly payees: number
  readonly receivedYen: Yen
  readonly earnedYen: Yen
  readonly alreadyYen: Yen
  /** To be paid, or paid. */
  readonly payableYen: Yen
}

export interface ShareBackOfYear {
  /** The newest first. */
  readonly runs: readonly ListedShareBackRun[]
  /** What the books hold as paid for the year's dues, by the account it was booked on. */
  readonly paid: readonly { readonly accountId: LedgerAccountId; readonly paidYen: Yen }[]
  /** What has to be settled before anything can be calculated. */
  readonly problem: RulesProblem | null
}

/** 還元金 of a year: its calculations, what was paid, and the rules; of a past moment as they were then. */
export async function listShareBackRuns({ db }: Pick<Deps, 'db'>, year: FiscalYear, at: ReportMoment = ofNow): Promise<ShareBackOfYear> {
  const tables = groundAt(db, groundMomentOf(at)).pool
  const [runs, paid, rules] = await Promise.all([
    tables.query<ListedShareBackRun>(runsSql, [year, at.moment]),
    readAt(db, at, (books, since) => books.query<ShareBackOfYear['paid'][number]>(paidSql(since), [year])),
    readCompleteRules(askingOf(tables)),
  ])
  return { runs: runs.rows, paid: paid.rows, problem: rules.ok ? null : rules.code }
}

const runsSql = `
  SELECT r.id AS "runId", r.sequence, r.status, r.cut_off_on AS "cutOffOn", r.paid_on AS "paidOn", r.created_at AS "calculatedAt",
    u.name AS "calculatedBy", r.revision, count(*) FILTER (WHERE p.net > 0)::int AS payees,
    coalesce(sum(p.received), 0)::bigint AS "receivedYen", coalesce(sum(p.earned), 0)::bigint AS "earnedYen",
    coalesce(sum(p.already), 0)::bigint AS "alreadyYen", coalesce(sum(greatest(p.net, 0)), 0)::bigint AS "payableYen"
  FROM ${shareBackRunAt('$2')} r JOIN user_account u ON u.id = r.created_by_id
    LEFT JOIN LATERAL (SELECT sum(l.received_yen) AS received, sum(l.earned_yen) AS earned, sum(l.already_yen) AS already,
        sum(l.earned_yen - l.already_yen) AS net
      FROM share_back_line l WHERE l.run_id = r.id GROUP BY l.area_id) p ON true
  WHERE r.fiscal_year = $1
  GROUP BY r.id, r.sequence, r.status, r.cut_off_on, r.paid_on, r.created_at, r.revision, u.name ORDER BY r.sequence DESC`

const paidSql = (since: readonly YearSince[]) => `
  SELECT account_id AS "accountId", sum(amount_yen)::bigint AS "paidYen" FROM ${duesTotalsAt(since)} t
  WHERE dues_year = $1 AND funding_source_id IS NULL GROUP BY account_id HAVING sum(postings) > 0 ORDER BY account_id`
