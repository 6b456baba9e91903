import { z } from 'zod'
import { firstYear, lastYear } from './fiscal-year.ts'

/** Wire and column form of a fiscal year (年度): the calendar year in which it begins, 1868 to 2199. */
export const fiscalYearSchema = z.int().min(firstYear).max(lastYear).brand<'FiscalYear'>()
