import { z } from 'zod'
import { isLocalDate } from './local-date.ts'

/** Wire and column form of a civil date in Japan: `YYYY-MM-DD`, a day that exists, 1868-04-01 to 2200-03-31. */
export const localDateSchema = z
  .string()
  .refine(isLocalDate, { error: '日付は 2026-04-01 の形で指定してください。' })
  .brand<'LocalDate'>()
