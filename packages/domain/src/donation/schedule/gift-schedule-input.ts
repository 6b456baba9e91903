import { z } from 'zod'
import { giftScheduleNoteIdSchema, journalEntryIdSchema } from '../../id-schemas.ts'
import { largestTypedYen } from '../../money/parse-amount.ts'
import { optionalTypedYen } from '../../money/typed-yen.ts'
import { yen } from '../../money/yen.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import { donorAttributes } from '../../supporter/donor-attribute.ts'
import { giftSections } from './gift-section.ts'

const isCapital = (amount: number) => amount >= 0 && amount <= largestTypedYen
const capitalMessage = '基本金組入額は0円以上で入力してください。'

const fields = z.object({
  /** Null for what the register says of the giver; the first line of a list of choices stands for that. */
  attribute: z.preprocess((value) => (value === '' ? null : value), z.enum(donorAttributes, '属性を選んでください。').nullable()),
  section: z.enum(giftSections, '区分を選んでください。'),
  /** うち基本金組入額, in yen. */
  capitalYen: yenSchema.refine(isCapital, capitalMessage),
})

/** Where 寄附金収益明細書 counts a gift. */
export const giftScheduleDetailsSchema = fields
export type GiftScheduleDetails = z.output<typeof giftScheduleDetailsSchema>

/** The same as a form holds it; an empty amount is none. */
export const typedGiftScheduleSchema = fields.extend({
  capitalYen: optionalTypedYen.transform((amount) => amount ?? yen(0)).refine(isCapital, capitalMessage),
})

export const giftScheduleSchema = z.object({ entryId: journalEntryIdSchema })

export const saveGiftScheduleSchema = z.object({
  entryId: journalEntryIdSchema,
  /** What stood when the form was opened: another one is not overwritten unseen. */
  replacesId: giftScheduleNoteIdSchema.nullable(),
  details: giftScheduleDetailsSchema,
})
export type SaveGiftScheduleInput = z.output<typeof saveGiftScheduleSchema>
