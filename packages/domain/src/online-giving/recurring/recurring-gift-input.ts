import { z } from 'zod'
import { onlineGiftIdSchema } from '../../id-schemas.ts'
import { positiveYenSchema } from '../../money/yen-schema.ts'
import { typedYen } from '../../money/typed-yen.ts'

export const recurringGiftStates = ['active', 'paused', 'past_due', 'ended'] as const
export type RecurringGiftState = (typeof recurringGiftStates)[number]

export const recurringGiftStateNames: Record<RecurringGiftState, string> = { active: '継続中', paused: '休止中', past_due: '引き落とせず', ended: '終了' }

export const recurringChangeNames = { started: '開始', amount: '金額の変更', paused: '休止', resumed: '再開', ended: '終了', failed: '引き落とせず' } as const

export const recurringFilterSchema = z.object({
  /** Null for all but the ended ones. */
  state: z.enum(recurringGiftStates).nullable().default(null),
  text: z.string().max(100).default(''),
})
export type RecurringFilter = z.output<typeof recurringFilterSchema>

const wishSchema = z.string().trim().min(1, '寄附者からの申し出を入力してください。例：電話で休止の希望').max(100, '申し出は100文字以内で入力してください。')
const changeAmountDetailsSchema = z.object({ amountYen: positiveYenSchema, wish: wishSchema })

/** 毎月の寄附の変更, on the giver's wish. The id is the dialog's, so that a double click is one change. */
export const changeRecurringSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['pause', 'resume', 'end']), changeId: z.uuid(), giftId: onlineGiftIdSchema, wish: wishSchema }),
  changeAmountDetailsSchema.extend({ kind: z.literal('amount'), changeId: z.uuid(), giftId: onlineGiftIdSchema }),
])
export type ChangeRecurringInput = z.output<typeof changeRecurringSchema>

/** What the dialogs hold. */
export const typedWishSchema = z.object({ wish: wishSchema })
export const typedNewAmountSchema = z.object({ ...changeAmountDetailsSchema.shape, amountYen: typedYen }).pipe(changeAmountDetailsSchema)
