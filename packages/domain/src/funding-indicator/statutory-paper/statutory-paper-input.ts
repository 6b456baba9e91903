import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { giftSections } from '../../donation/schedule/gift-section.ts'
import { fundingSourceIdSchema, journalEntryIdSchema, ledgerAccountIdSchema, subsidyScheduleNoteIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { largestTypedYen } from '../../money/parse-amount.ts'
import { optionalTypedYen } from '../../money/typed-yen.ts'
import { yen } from '../../money/yen.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import { donorAttributes } from '../../supporter/donor-attribute.ts'
import { subsidyAmounts } from './subsidy-amount.ts'

/** The schedules of a year, as the books stand now or stood at a moment. */
export const statutoryPaperSchema = z.object({ fiscalYear: fiscalYearSchema, postedUntil: postingMomentSchema.optional() })
export type StatutoryPaperInput = z.output<typeof statutoryPaperSchema>

/** 別紙3② and ③ on A4. */
export const statutorySchedulesOrderSchema = z.object({ kind: z.literal('statutory_schedules'), ...statutoryPaperSchema.shape })

/** The gifts behind a line of 寄附金収益明細書. */
export const askedScheduledGiftsSchema = z.object({
  ...statutoryPaperSchema.shape,
  /** All 区分 without one. */
  section: z.enum(giftSections).optional(),
  /** All of the 区分 without one. */
  attribute: z.enum(donorAttributes).optional(),
  /** All 拠点 without one. */
  site: z.string().max(20).optional(),
  /** All accounts without one. */
  accountId: ledgerAccountIdSchema.optional(),
  /** Those that stand and of which nobody has said where they are counted, the largest first. */
  isUnnoted: z.boolean().default(false),
  /** Those of which something goes into 基本金. */
  hasCapital: z.boolean().default(false),
})
export type ScheduledGiftsAsked = z.output<typeof askedScheduledGiftsSchema>

/** The same, page by page. */
export const scheduledGiftsSchema = askedScheduledGiftsSchema.extend({
  cursor: journalEntryIdSchema.nullish(),
  limit: z.int().min(1).max(200).default(100),
})
export type ScheduledGiftsInput = z.output<typeof scheduledGiftsSchema>

/** The entries behind a figure of 補助金事業等収益明細書. */
export const askedScheduledSubsidiesSchema = z.object({
  ...statutoryPaperSchema.shape,
  /** All 区分 without one. */
  section: z.string().max(100).optional(),
  /** The line of one source; all of the 区分 without one. */
  sourceId: fundingSourceIdSchema.optional(),
  of: z.enum(subsidyAmounts).default('total'),
  site: z.string().max(20).optional(),
  accountId: ledgerAccountIdSchema.optional(),
})
export type ScheduledSubsidiesAsked = z.output<typeof askedScheduledSubsidiesSchema>

/** The same, page by page. */
export const scheduledSubsidiesSchema = askedScheduledSubsidiesSchema.extend({
  cursor: journalEntryIdSchema.nullish(),
  limit: z.int().min(1).max(200).default(100),
})
export type ScheduledSubsidiesInput = z.output<typeof scheduledSubsidiesSchema>

const isReserve = (amount: number) => amount >= 0 && amount <= largestTypedYen
const reserveMessage = '国庫補助金等特別積立金積立額は0円以上で入力してください。'
const words = (what: string) => z.string().trim().max(100, `${what}は100文字以内で入力してください。`)

const subsidyFields = z.object({
  isListed: z.boolean(),
  grantor: words('交付団体'),
  purpose: words('交付の目的'),
  section: words('区分'),
  userIncomeSourceId: z.preprocess((value) => (value === '' ? null : value), fundingSourceIdSchema.nullable()),
  reserveYen: yenSchema.refine(isReserve, reserveMessage),
})

/** How 補助金事業等収益明細書 prints a source from a fiscal year on. */
export const subsidyDetailsSchema = subsidyFields
export type SubsidyDetails = z.output<typeof subsidyDetailsSchema>

/** The same as a form holds it; an empty amount is none. */
export const typedSubsidySchema = subsidyFields.extend({ reserveYen: optionalTypedYen.transform((amount) => amount ?? yen(0)).refine(isReserve, reserveMessage) })

export const saveSubsidySchema = z.object({
  fiscalYear: fiscalYearSchema,
  sourceId: fundingSourceIdSchema,
  /** What stood of this year when the form was opened: another one is not overwritten unseen. */
  replacesId: subsidyScheduleNoteIdSchema.nullable(),
  details: subsidyDetailsSchema,
})
export type SaveSubsidyInput = z.output<typeof saveSubsidySchema>
