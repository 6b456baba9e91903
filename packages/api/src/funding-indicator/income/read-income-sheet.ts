import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { IncomeSheet } from '@sasaeai/domain/funding-indicator/income/income-sheet'
import { incomeYears, ledgerOfFigure } from '@sasaeai/domain/funding-indicator/income/income-years'
import { yearFigures } from '@sasaeai/domain/funding-indicator/income/year-figure'
import type { Deps } from '../../deps.ts'
import { ofNow } from '../../ledger/report-moment.ts'
import { readToldFigures, readToldTotals } from './read-entered-totals.ts'
import { readIncomeFacts } from './read-income-facts.ts'

/** What is told of a year cell by cell, beside what the ledger holds: what the page to enter it on shows. */
export async function readIncomeSheet({ db }: Pick<Deps, 'db'>, fiscalYear: FiscalYear): Promise<IncomeSheet> {
  const span = { first: fiscalYear, last: fiscalYear, moment: null }
  const [totals, figures, facts] = await Promise.all([
    readToldTotals(db, span),
    readToldFigures(db, span),
    readIncomeFacts({ db }, { first: fiscalYear, last: fiscalYear, at: ofNow }),
  ])
  const { lines, years } = incomeYears([fiscalYear], facts)
  const amountOf = new Map(years[0]?.amounts.map((amount) => [amount.lineId, amount]))
  return {
    fiscalYear,
    lines: lines.flatMap(({ lineId, ...line }) => {
      if (lineId === null) return []
      const told = (kind: 'budget' | 'settled') => totals.find((total) => total.lineId === lineId && total.kind === kind) ?? null
      return [{ ...line, lineId, parts: amountOf.get(lineId)?.parts ?? [], budget: told('budget'), settled: told('settled') }]
    }),
    withoutLine: amountOf.get(null)?.parts ?? [],
    figures: yearFigures.map((figure) => ({
      figure,
      told: figures.find((each) => each.figure === figure) ?? null,
      ledgerYen: ledgerOfFigure(figure, fiscalYear, facts),
      accountIds: facts.figureAccounts.flatMap((each) => (each.figure === figure ? [each.accountId] : [])),
    })),
  }
}
