import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { givingTargetIdSchema, onlineGiftIdSchema } from '../../id-schemas.ts'
import { onlineGiftStates } from '../event/gift-standing.ts'
import { giftFrequencies } from './gift-frequency.ts'

/** What the list of online gifts is asked for. The filters stand in the page's address, the cursor does not. */
export const onlineGiftFilterSchema = z.object({
  /** Name, reading, e-mail or message. */
  text: z.string().max(100).default(''),
  state: z.enum(onlineGiftStates).nullable().default(null),
  targetId: givingTargetIdSchema.nullable().default(null),
  frequency: z.enum(giftFrequencies).nullable().default(null),
  /** card, konbini …, of any payment of it. */
  method: z.string().max(40).nullable().default(null),
  /** When it was filled in; both days are included. */
  from: localDateSchema.nullable().default(null),
  to: localDateSchema.nullable().default(null),
})
export type OnlineGiftFilter = z.output<typeof onlineGiftFilterSchema>

export const onlineGiftListSchema = onlineGiftFilterSchema.extend({
  cursor: onlineGiftIdSchema.nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
})
export type OnlineGiftListInput = z.output<typeof onlineGiftListSchema>

export const onlineGiftInputSchema = z.object({ giftId: onlineGiftIdSchema })
