import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { type FundReportFigures, fundReportFiguresSchema } from '@sasaeai/domain/donation/fund/fund-report-input'
import { type FundMovements, fundStanding } from '@sasaeai/domain/donation/fund/fund-standing'
import type { DonationYear, FundUse, UseReport } from '@sasaeai/domain/funding-indicator/donation-year/donation-year'
import type { FundId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'

interface FundRow {
  readonly fundId: FundId
  readonly name: string
  readonly purpose: string
  readonly movements: readonly FundMovements[]
}

/** What the year did to every fund that has or had money, and what was published of its use until the day of the moment. */
export async function readFundUses(deps: Pick<Deps, 'db' | 'now'>, fiscalYear: FiscalYear, at: ReportMoment): Promise<Pick<DonationYear, 'uses' | 'reports'>> {
  const { pool } = deps.db
  const [funds, reports] = await Promise.all([
    pool.query<FundRow>(fundsSql(at), at.position === null ? [] : [[...at.position.keys()], [...at.position.values()].map(({ number }) => number)]),
    pool.query<Omit<UseReport, 'usedYen'> & { figures: FundReportFigures }>(reportsSql, [fiscalYear, localDateInTokyo(at.moment ?? deps.now())]),
  ])
  const uses = funds.rows.map(({ movements, ...fund }): FundUse => ({ ...fund, ...fundStanding(movements, fiscalYear) }))
  return {
    uses: uses.filter(({ carriedYen, receivedYen, transferredYen, usedYen, balanceYen }) => [carriedYen, receivedYen, transferredYen, usedYen, balanceYen].some((amount) => amount !== 0)),
    reports: reports.rows.map(({ figures, ...report }) => ({ ...report, usedYen: fundReportFiguresSchema.parse(figures).usedYen })),
  }
}

/** From the kept totals now, from the postings of a past moment. Income without a funding source is what a 振替 carried. */
function fundsSql({ position }: ReportMoment): string {
  const moved = position === null
    ? 'funding_year_total t'
    : 'posting t JOIN journal_entry e ON e.id = t.entry_id JOIN unnest($1::int[], $2::int[]) AS known(year, number) ON known.year = e.fiscal_year AND e.entry_number <= known.number'
  return `
    SELECT f.id AS "fundId", f.name, f.purpose, json_agg(json_build_object('fiscalYear', y.fiscal_year, 'receivedYen', y.received, 'transferredYen', y.transferred, 'usedYen', y.used)) AS movements
      FROM fund f JOIN (SELECT t.fund_id, t.fiscal_year,
          coalesce(-sum(t.amount_yen) FILTER (WHERE a.category = 'income' AND t.funding_source_id IS NOT NULL), 0)::bigint AS received,
          coalesce(-sum(t.amount_yen) FILTER (WHERE a.category = 'income' AND t.funding_source_id IS NULL), 0)::bigint AS transferred,
          coalesce(sum(t.amount_yen) FILTER (WHERE a.category = 'expense'), 0)::bigint AS used
        FROM ${moved} JOIN ledger_account a ON a.id = t.account_id AND a.category IN ('income', 'expense')
        WHERE t.fund_id IS NOT NULL GROUP BY t.fund_id, t.fiscal_year) y ON y.fund_id = f.id
      GROUP BY f.id ORDER BY f.code`
}

const reportsSql = `
  SELECT f.name AS "fundName", r.title, r.body, r.message, r.beneficiaries, r.published_on AS "publishedOn", r.figures
    FROM fund_report r JOIN fund f ON f.id = r.fund_id WHERE r.fiscal_year = $1 AND r.published_on <= $2 ORDER BY f.code, r.published_on, r.id`
