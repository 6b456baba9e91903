import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { areaIdSchema, fundIdSchema, fundingSourceIdSchema, journalEntryIdSchema, ledgerAccountIdSchema, supporterIdSchema } from '../../id-schemas.ts'
import { reverseEntrySchema } from '../../ledger/reversal.ts'
import { amountRefusalMessage, largestTypedYen } from '../../money/parse-amount.ts'
import { sumYen } from '../../money/yen.ts'
import { positiveYenSchema } from '../../money/yen-schema.ts'
import { donationDetailsSchema } from './donation-details.ts'

/** The part of a gift that goes to one purpose; without a fund the council decides what it is used for. */
export const giftShareSchema = z.object({ fundId: fundIdSchema.nullable(), amountYen: positiveYenSchema })
export type GiftShare = z.output<typeof giftShareSchema>

/** Money that came in, or goods at their fair value. */
const givenSchema = z.discriminatedUnion('form', [
  z.object({ form: z.literal('money'), cashAccountId: ledgerAccountIdSchema, shares: z.array(giftShareSchema).min(1, '金額を入力してください。').max(20, '使いみちは20件までです。') }),
  z.object({ form: z.literal('goods'), expenseAccountId: ledgerAccountIdSchema, fundId: fundIdSchema.nullable(), fairValueYen: positiveYenSchema }),
])
export type Given = z.output<typeof givenSchema>

/** A gift as it is booked: the money or the goods, who gave it, and what the books do not know of it. */
export const giftSchema = z.object({
  receivedOn: localDateSchema,
  supporterId: supporterIdSchema.nullable(),
  fundingSourceId: fundingSourceIdSchema,
  areaId: areaIdSchema.nullable().default(null),
  given: givenSchema,
  details: donationDetailsSchema,
}).superRefine(({ given, details }, context) => {
  const issue = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
  if ((given.form === 'goods') !== (details.kind === 'in_kind')) issue(['details', 'kind'], '物品の寄附は、種類を「物品」にしてください。')
  if (given.form === 'goods' && details.goods === '') issue(['details', 'goods'], '品名を入力してください。例：車いす 2台')
  if (given.form === 'money') {
    const funds = given.shares.map(({ fundId }) => fundId)
    if (new Set(funds).size < funds.length) issue(['given', 'shares'], '同じ使いみちが2度あります。ひとつにまとめてください。')
    if (details.kind === 'designated' && funds.includes(null)) issue(['given', 'shares'], '指定寄附では、使いみちをすべて選んでください。')
    if (sumYen(given.shares.map(({ amountYen }) => amountYen)) > largestTypedYen) issue(['given', 'shares'], amountRefusalMessage('too_large'))
  }
})
export type Gift = z.output<typeof giftSchema>

/** `giftId` is made by the form: the same gift sent twice is booked once. */
export const postGiftSchema = z.object({ giftId: z.uuid(), gift: giftSchema })
export type PostGiftInput = z.output<typeof postGiftSchema>

export const giftEntrySchema = z.object({ entryId: journalEntryIdSchema })

/** 訂正: the entry is reversed on a day, and the right one takes its place. */
export const correctGiftSchema = reverseEntrySchema.extend({ gift: giftSchema })
export type CorrectGiftInput = z.output<typeof correctGiftSchema>
