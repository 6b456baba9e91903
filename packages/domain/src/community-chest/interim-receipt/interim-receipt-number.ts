import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import { eraYearOfFiscalYear } from '../../calendar/japanese-era.ts'

/** 預り証番号 as it is printed: `預り08-00012` is the twelfth 預り証 of 令和8年度. */
export function formatInterimReceiptNumber({ fiscalYear, number }: { readonly fiscalYear: FiscalYear; readonly number: number }): string {
  return `預り${String(eraYearOfFiscalYear(fiscalYear)).padStart(2, '0')}-${String(number).padStart(5, '0')}`
}
