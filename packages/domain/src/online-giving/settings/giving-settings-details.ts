import { z } from 'zod'
import { revisionSchema } from '../../council/revision.ts'
import { typedYen } from '../../money/typed-yen.ts'
import { yen } from '../../money/yen.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import { typedCountSchema } from '../../text/typed-count.ts'
import { givingTextNames } from './giving-text-name.ts'
import { givingReceiptRules, taxDateBases } from './receipt-rule.ts'

/** Who tests stolen cards does it with less than this; コンビニ takes 120円 and more. */
export const leastMinimumYen = yen(100)
/** What the gateway takes at once. */
export const mostMaximumYen = yen(99_999_999)

const howOften = z.int('回数を入力してください。').min(1, '回数は1以上で入力してください。').max(100_000, '回数は100,000以下で入力してください。')

const settingsFields = {
  isOpen: z.boolean(),
  minimumYen: yenSchema.refine((amount) => amount >= leastMinimumYen, '100円以上で入力してください。少額の支払いは、盗まれたカードの試しに使われます。'),
  maximumYen: yenSchema.refine((amount) => amount <= mostMaximumYen, '99,999,999円以下で入力してください。'),
  receiptRule: z.enum(givingReceiptRules, '領収書の出し方を選んでください。'),
  taxDateBasis: z.enum(taxDateBases, '受領日とする日を選んでください。'),
  refundApprovalYen: yenSchema.refine((amount) => amount >= 0, '0円以上で入力してください。'),
  challengesEveryone: z.boolean(),
  startsPerAddressHour: howOften,
  startsPerEmailDay: howOften,
  startsPerVisitHour: howOften,
  startsPerHour: howOften,
} as const

const refuseReversedLimits = (limits: { readonly minimumYen: number; readonly maximumYen: number }, context: z.RefinementCtx) => {
  if (limits.minimumYen > limits.maximumYen) context.addIssue({ code: 'custom', path: ['maximumYen'], message: '上限は、下限より大きい金額にしてください。' })
}

/** 受付の設定, without its texts. */
export const givingSettingsSchema = z.object(settingsFields).superRefine(refuseReversedLimits)
export type GivingSettingsDetails = z.output<typeof givingSettingsSchema>

const typedOften = typedCountSchema('回数', { least: 1 }).transform((count) => count ?? 0)

/** The same with amounts and numbers as somebody typed them. */
export const typedGivingSettingsSchema = z
  .object({
    ...settingsFields, minimumYen: typedYen, maximumYen: typedYen, refundApprovalYen: typedYen,
    startsPerAddressHour: typedOften, startsPerEmailDay: typedOften, startsPerVisitHour: typedOften, startsPerHour: typedOften,
  })
  .pipe(givingSettingsSchema)

export const saveGivingSettingsSchema = z.object({ revision: revisionSchema, details: givingSettingsSchema })

/** One text of the site; empty takes the council's own words away, so that the standard ones hold again. */
export const saveGivingTextSchema = z.object({
  revision: revisionSchema,
  name: z.enum(givingTextNames),
  text: z.string().trim().max(10_000, '10,000文字以内で入力してください。'),
})
export type SaveGivingTextInput = z.output<typeof saveGivingTextSchema>

export const givingTextDraftSchema = saveGivingTextSchema.pick({ text: true })
