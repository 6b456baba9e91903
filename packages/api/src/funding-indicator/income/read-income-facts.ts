import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { IncomeFacts, IncomeLine } from '@sasaeai/domain/funding-indicator/income/income-years'
import { id } from '@sasaeai/domain/ids'
import type { Deps } from '../../deps.ts'
import { keptAnswer } from '../../ledger/kept-answers.ts'
import { readGroundData, readGroundVersion } from '../../ledger/read-ground-data.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { sumsAt } from '../../ledger/sums-at.ts'
import { ledgerYearSums } from './ledger-year-sums.ts'
import { listIncomeLines } from './list-income-lines.ts'
import { counted, readToldFigures, readToldTotals } from './read-entered-totals.ts'

/** Years, both included, as of a moment. */
export interface IncomeQuestion {
  readonly first: FiscalYear
  readonly last: FiscalYear
  readonly at: ReportMoment
}

/** What the income of some years is made of. Lines and their sources are those of today, whatever the moment. */
export async function readIncomeFacts({ db }: Pick<Deps, 'db'>, { first, last, at }: IncomeQuestion): Promise<IncomeFacts> {
  const version = await readGroundVersion(db)
  const span = { first, last, moment: at.moment }
  const [ground, setUp, totals, figures, sums] = await Promise.all([
    readGroundData(db, version),
    keptAnswer(db, { question: ['income set-up'], version }, () => readSetUp(db)),
    readToldTotals(db, span),
    readToldFigures(db, span),
    sumsAt(db, ledgerYearSums, at.position),
  ])
  const ledger = [...sums.values()].filter(({ fiscalYear }) => first <= fiscalYear && fiscalYear <= last)
  return { ground, ...setUp, ledger, totals: counted(totals), figures: counted(figures) }
}

async function readSetUp(db: Deps['db']): Promise<Pick<IncomeFacts, 'lines' | 'figureAccounts'>> {
  const [lines, chosen] = await Promise.all([listIncomeLines(db), db.prisma.yearFigureAccount.findMany()])
  return {
    lines: lines.map(({ id: lineId, code, name, category, closedOn, sourceIds }): IncomeLine => ({
      lineId, code, name, category, sourceIds, isClosed: closedOn !== null,
    })),
    figureAccounts: chosen.map(({ figure, accountId }) => ({ figure, accountId: id(accountId) })),
  }
}
