import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { revisionSchema } from '../../council/revision.ts'
import { fundIdSchema, fundReportIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import { typedCountSchema } from '../../text/typed-count.ts'

/** 使途の報告, as givers and everybody else can read it. Its amounts come from the books and are never typed. */
export const fundReportFields = {
  title: z.string().trim().min(1, '表題を入力してください。例：子ども食堂で月2回、食事を届けました').max(100, '表題は100文字以内で入力してください。'),
  body: z.string().trim().min(1, '活動内容を入力してください。').max(2_000, '活動内容は2000文字以内で入力してください。'),
  message: z.string().trim().max(1_000, 'ありがとうメッセージは1000文字以内で入力してください。').default(''),
  beneficiaries: typedCountSchema('対象者数'),
} as const

export const fundReportDetailsSchema = z.object(fundReportFields)
export type FundReportDetails = z.output<typeof fundReportDetailsSchema>

export const seenFundReportSchema = z.object({ reportId: fundReportIdSchema, revision: revisionSchema })
export type SeenFundReport = z.output<typeof seenFundReportSchema>

/** `change` is null for a new report. */
export const saveFundReportSchema = z.object({
  fundId: fundIdSchema,
  fiscalYear: fiscalYearSchema,
  change: seenFundReportSchema.nullable(),
  details: fundReportDetailsSchema,
})
export type SaveFundReportInput = z.output<typeof saveFundReportSchema>

export const takeBackReasonSchema = z.object({
  reason: z.string().trim().min(1, '取り下げる理由を入力してください。例：参加人数の誤り').max(200, '理由は200文字以内で入力してください。'),
})
export const takeBackFundReportSchema = takeBackReasonSchema.extend({ reportId: fundReportIdSchema })
export type TakeBackFundReportInput = z.output<typeof takeBackFundReportSchema>

/** The year's figures of the fund as the books had them when the report was published, in yen. */
export const fundReportFiguresSchema = z.object({
  carriedYen: yenSchema,
  receivedYen: yenSchema,
  transferredYen: yenSchema,
  usedYen: yenSchema,
  balanceYen: yenSchema,
  asOf: localDateSchema,
})
export type FundReportFigures = z.output<typeof fundReportFiguresSchema>

/** One fund as a year sees it, as the books stood at a moment; as they stand now without one. */
export const fundSchema = z.object({ fundId: fundIdSchema, fiscalYear: fiscalYearSchema, postedUntil: postingMomentSchema.optional() })
export type FundInput = z.output<typeof fundSchema>
/** All funds, likewise. */
export const fundsSchema = z.object({ postedUntil: postingMomentSchema.optional() })
export const fundsOfYearSchema = fundsSchema.extend({ fiscalYear: fiscalYearSchema })
export type FundsOfYearInput = z.output<typeof fundsOfYearSchema>
