import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { journalEntryIdSchema, savedReportIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { cutSides } from '../figure-filter.ts'
import { fundingDashboardSchema } from '../funding-cut.ts'
import { exportFormats } from '../../document/export-format.ts'
import { giftParts } from './gift-part.ts'

/** 寄附の年次報告 of a year up to a day, as the books stand now or stood at a moment. */
export const donationYearSchema = fundingDashboardSchema
export type DonationYearInput = z.output<typeof donationYearSchema>

/** The gifts behind a figure of the report. */
export const askedYearGiftsSchema = donationYearSchema.extend({
  side: z.enum(cutSides).default('this'),
  part: z.enum(giftParts),
  /** Which line of the part: the key of its sum; empty for 未記入, 物品 and 指定なし. */
  key: z.string().max(100),
})
export type YearGiftsAsked = z.output<typeof askedYearGiftsSchema>

/** The same, page by page. */
export const yearGiftsSchema = askedYearGiftsSchema.extend({
  cursor: journalEntryIdSchema.nullish(),
  limit: z.int().min(1).max(200).default(100),
})
export type YearGiftsInput = z.output<typeof yearGiftsSchema>

export const donationYearExportSchema = donationYearSchema.extend({ format: z.enum(exportFormats) })
export type DonationYearExportInput = z.output<typeof donationYearExportSchema>

/** 寄附の年次報告 on A4, or one that was saved, printed again with its figures of then. */
export const donationYearOrderSchema = z.object({
  kind: z.literal('donation_year'),
  fiscalYear: fiscalYearSchema,
  /** 基準日; the day of the moment unless told. */
  asOf: localDateSchema.optional(),
  /** As the books stood at a moment; that of the order unless told. */
  postedUntil: postingMomentSchema.optional(),
  savedReportId: savedReportIdSchema.optional(),
})
export type DonationYearOrder = z.output<typeof donationYearOrderSchema>
