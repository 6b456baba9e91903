import { listIncomeLines } from '@sasaeai/api/funding-indicator/income/list-income-lines'
import { saveIncomeYear } from '@sasaeai/api/funding-indicator/income/save-income-year'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { yen } from '@sasaeai/domain/money/yen'
import type { ACouncil } from './a-council.ts'

/** Tells what every line of income came to in a year beside the ledger, the more the later it is printed. */
export async function aYearOfIncome({ deps, actors }: ACouncil, year: number): Promise<void> {
  const lines = await listIncomeLines(deps.db)
  const saved = await saveIncomeYear(deps, actors.accountant, {
    fiscalYear: fiscalYear(year),
    totals: lines.map(({ id: lineId }, place) => ({
      lineId, kind: 'settled', amountYen: yen((place + 1) * 1_000_000), source: '資金収支計算書', asOf: null, note: '', replacesId: null,
    })),
    figures: [],
  })
  if (!saved.ok) throw new Error(saved.code)
}
