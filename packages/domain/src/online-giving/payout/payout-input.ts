import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import type { DateContext } from '../../calendar/parse-date.ts'
import { typedDateSchema } from '../../calendar/typed-date.ts'
import { payoutIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import { typedYen } from '../../money/typed-yen.ts'

/** What is to be done about payouts, or what is wrong with them. */
export const payoutMatters = ['to_confirm', 'differing', 'failed'] as const
export type PayoutMatter = (typeof payoutMatters)[number]

export const payoutMatterNames: Record<PayoutMatter, string> = {
  to_confirm: '通帳の確認がまだ',
  differing: '差があるもの',
  failed: '送金できなかったもの',
}

/** As the books stood at a moment; as they stand now without one. */
const ofMoment = { postedUntil: postingMomentSchema.optional() }

export const payoutFilterSchema = z.object({
  fiscalYear: fiscalYearSchema,
  matter: z.enum(payoutMatters).nullable().default(null),
  ...ofMoment,
})
export type PayoutFilter = z.output<typeof payoutFilterSchema>

export const payoutInputSchema = z.object({ payoutId: payoutIdSchema })
export const payoutSheetSchema = payoutInputSchema.extend(ofMoment)

const noteSchema = z.string().trim().max(200, '備考は200文字以内で入力してください。')

/** 通帳で確かめた */
export const confirmPayoutSchema = payoutInputSchema.extend({ bankOn: localDateSchema, bankYen: yenSchema, note: noteSchema })
export type ConfirmPayoutInput = z.output<typeof confirmPayoutSchema>

/** What the form of it holds. */
export function typedConfirmationSchema(context: DateContext) {
  return z.object({ bankOn: typedDateSchema(context), bankYen: typedYen, note: noteSchema })
}

export const feeReportSchema = z.object({ fiscalYear: fiscalYearSchema, ...ofMoment })
export type FeeReportInput = z.output<typeof feeReportSchema>

/** 日計: a month of days. */
export const dailyTotalsSchema = z.object({ month: localDateSchema, ...ofMoment })
export type DailyTotalsInput = z.output<typeof dailyTotalsSchema>
