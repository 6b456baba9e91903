import { z } from 'zod'
import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import { parseFiscalYear } from '../../calendar/parse-fiscal-year.ts'

const message = '年度を読めません。例：令和8年度、R8、2026'

/** A fiscal year as staff type it. Years that are numbers already pass as they are. */
export const typedFiscalYearSchema = z.union([z.string(), z.number()]).transform((typed, context): FiscalYear => {
  const year = parseFiscalYear(String(typed))
  if (year !== null) return year
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

/** The same where there may be none. */
export const optionalTypedFiscalYearSchema = z.union([z.string(), z.number(), z.null()]).transform((typed, context): FiscalYear | null => {
  if (typed === null || String(typed).trim() === '') return null
  const year = parseFiscalYear(String(typed))
  if (year !== null) return year
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})
