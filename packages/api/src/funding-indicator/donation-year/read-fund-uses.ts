import { groundAt } from '@sasaeai/db/ground-at'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { type FundReportFigures, fundReportFiguresSchema } from '@sasaeai/domain/donation/fund/fund-report-input'
import { type FundMovements, fundStanding } from '@sasaeai/domain/donation/fund/fund-standing'
import type { DonationYear, FundUse, UseReport } from '@sasaeai/domain/funding-indicator/donation-year/donation-year'
import type { FundId } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'
import { fundMovementsJson, fundMovementsSql, fundSumValues } from '../../donation/fund/fund-movements-sql.ts'
import { fundYearSums } from '../../donation/fund/fund-year-sums.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { sumsAt } from '../../ledger/sums-at.ts'

interface FundRow {
  readonly fundId: FundId
  readonly name: string
  readonly purpose: string
  readonly movements: readonly FundMovements[]
}

/** What the year did to every fund that has or had money, and what was published of its use until the day of the moment. */
export async function readFundUses(deps: Pick<Deps, 'db' | 'now'>, fiscalYear: FiscalYear, at: ReportMoment): Promise<Pick<DonationYear, 'uses' | 'reports'>> {
  const { pool } = groundAt(deps.db, at.moment)
  const sums = await sumsAt(deps.db, fundYearSums, at.position)
  const [funds, reports] = await Promise.all([
    pool.query<FundRow>({ name: 'fund-uses', text: fundsSql, values: fundSumValues(sums.values()) }),
    pool.query<Omit<UseReport, 'usedYen'> & { figures: FundReportFigures }>(reportsSql, [fiscalYear, localDateInTokyo(at.moment ?? deps.now())]),
  ])
  const uses = funds.rows.map(({ movements, ...fund }): FundUse => ({ ...fund, ...fundStanding(movements, fiscalYear) }))
  return {
    uses: uses.filter(({ carriedYen, receivedYen, transferredYen, usedYen, balanceYen }) => [carriedYen, receivedYen, transferredYen, usedYen, balanceYen].some((amount) => amount !== 0)),
    reports: reports.rows.map(({ figures, ...report }) => ({ ...report, usedYen: fundReportFiguresSchema.parse(figures).usedYen })),
  }
}

const fundsSql = `
  SELECT f.id AS "fundId", f.name, f.purpose, ${fundMovementsJson} AS movements
    FROM fund f JOIN (${fundMovementsSql}) y ON y.fund_id = f.id GROUP BY f.id, f.code, f.name, f.purpose ORDER BY f.code`

const reportsSql = `
  SELECT f.name AS "fundName", r.title, r.body, r.message, r.beneficiaries, r.published_on AS "publishedOn", r.figures
    FROM fund_report r JOIN fund f ON f.id = r.fund_id WHERE r.fiscal_year = $1 AND r.published_on <= $2 ORDER BY f.code, r.published_on, r.id`
