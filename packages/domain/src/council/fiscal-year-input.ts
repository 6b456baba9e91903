import { z } from 'zod'
import { fiscalYearSchema } from '../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import { copiedGoals } from '../community-chest/campaign/campaign-input.ts'

/** Opening a fiscal year, and what it takes over from the year beside it. */
export const openFiscalYearSchema = z.object({
  year: fiscalYearSchema,
  copyCampaigns: z.boolean(),
  /** What the goals of the copied drives begin with; none unless told. */
  campaignGoals: z.enum(copiedGoals, '目標額の写し方を選んでください。').optional(),
  copyHouseholds: z.boolean(),
  copyTargets: z.boolean(),
  /** What the year asks of the kinds of membership, with 地域別の還元率. */
  copyDuesTerms: z.boolean(),
})
export type OpenFiscalYearInput = z.output<typeof openFiscalYearSchema>

/** A month of the books, named by its first day. */
export const fiscalPeriodSchema = z.object({
  firstDay: localDateSchema.refine((day) => day.endsWith('-01'), '月は1日の日付で指定してください。'),
})
export type FiscalPeriodInput = z.output<typeof fiscalPeriodSchema>

/** Reopening a closed month needs a reason, because its figures may have been printed. */
export const reopenPeriodSchema = fiscalPeriodSchema.extend({
  reason: z
    .string()
    .trim()
    .min(1, '締めを解除する理由を入力してください。例：10月分の寄附を1件記帳し忘れたため')
    .max(300, '理由は300文字以内で入力してください。'),
})
export type ReopenPeriodInput = z.output<typeof reopenPeriodSchema>
