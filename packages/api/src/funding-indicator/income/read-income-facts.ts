import { type GroundDb, groundAt } from '@sasaeai/db/ground-at'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { IncomeFacts, IncomeLine } from '@sasaeai/domain/funding-indicator/income/income-years'
import type { Deps } from '../../deps.ts'
import { keptAnswer } from '../../ledger/kept-answers.ts'
import { readGroundData, readGroundVersion } from '../../ledger/read-ground-data.ts'
import { groundMomentOf, type ReportMoment } from '../../ledger/report-moment.ts'
import { sumsAt } from '../../ledger/sums-at.ts'
import { ledgerYearSums } from './ledger-year-sums.ts'
import { counted, readToldFigures, readToldTotals } from './read-entered-totals.ts'

/** Years, both included, as of a moment. */
export interface IncomeQuestion {
  readonly first: FiscalYear
  readonly last: FiscalYear
  readonly at: ReportMoment
}

/** What the income of some years is made of, as it was at the moment. */
export async function readIncomeFacts({ db }: Pick<Deps, 'db'>, { first, last, at }: IncomeQuestion): Promise<IncomeFacts> {
  const version = await readGroundVersion(db)
  const span = { first, last, moment: at.moment }
  const tables = groundAt(db, groundMomentOf(at))
  const [ground, setUp, totals, figures, sums] = await Promise.all([
    readGroundData(tables, version),
    keptAnswer(tables, { question: ['income set-up'], version }, () => readSetUp(tables)),
    readToldTotals(db, span),
    readToldFigures(db, span),
    sumsAt(db, ledgerYearSums, at.position),
  ])
  const ledger = [...sums.values()].filter(({ fiscalYear }) => first <= fiscalYear && fiscalYear <= last)
  return { ground, ...setUp, ledger, totals: counted(totals), figures: counted(figures) }
}

async function readSetUp({ pool }: GroundDb): Promise<Pick<IncomeFacts, 'lines' | 'figureAccounts'>> {
  const [lines, accounts] = await Promise.all([
    pool.query<IncomeLine>(`
      SELECT l.id AS "lineId", l.code, l.name, l.category, l.closed_on IS NOT NULL AS "isClosed",
          ARRAY(SELECT s.id FROM income_line_source o JOIN funding_source s ON s.id = o.funding_source_id WHERE o.line_id = l.id ORDER BY s.code) AS "sourceIds"
        FROM income_line l ORDER BY l.display_order, l.code`),
    pool.query<IncomeFacts['figureAccounts'][number]>('SELECT figure, account_id AS "accountId" FROM year_figure_account ORDER BY figure, account_id'),
  ])
  return { lines: lines.rows, figureAccounts: accounts.rows }
}
