import { eraYearOfFiscalYear } from '../calendar/japanese-era.ts'
import type { FiscalYear } from '../calendar/fiscal-year.ts'

/** The runs of numbers that receipts have, each gapless within a fiscal year. */
export type ReceiptSeries = 'dues'

const seriesNames: Record<ReceiptSeries, string> = { dues: '会費' }

export interface ReceiptNumber {
  /** The year in which it was issued. */
  readonly fiscalYear: FiscalYear
  readonly series: ReceiptSeries
  readonly number: number
}

/** 領収書番号 as it is printed: `会費08-00012` is the twelfth receipt for dues in 令和8年度. */
export function formatReceiptNumber({ fiscalYear, series, number }: ReceiptNumber): string {
  return `${seriesNames[series]}${String(eraYearOfFiscalYear(fiscalYear)).padStart(2, '0')}-${String(number).padStart(5, '0')}`
}
