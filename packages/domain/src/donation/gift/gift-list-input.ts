import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { donationChannelIdSchema, fundIdSchema, journalEntryIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { acknowledgmentConsents } from '../acknowledgment/acknowledgment-consent.ts'
import { donationKinds } from './donation-kind.ts'

/** What is still to be done about a gift, or what became of it. */
export const giftMatters = ['to_complete', 'to_ask_consent', 'to_thank', 'undone'] as const
export type GiftMatter = (typeof giftMatters)[number]

export const giftMatterNames: Record<GiftMatter, string> = {
  to_complete: '内容が未入力',
  to_ask_consent: '芳名の掲載が未確認',
  to_thank: '礼状の記録がない',
  undone: '取り消したもの',
}

/** Asks for gifts of which no 担当 is written down. An address cannot hold an empty text. */
export const unwrittenStaff = '-'

/** What the list of gifts is asked for. The filters stand in the page's address, the cursor does not. */
export const giftFilterSchema = z.object({
  fiscalYear: fiscalYearSchema,
  /** Giver, deceased, mourner, goods or a number of a supporter. */
  text: z.string().max(100).default(''),
  kind: z.enum(donationKinds).nullable().default(null),
  fundId: fundIdSchema.nullable().default(null),
  /** `none` for gifts of which no channel is written down. */
  channelId: z.union([donationChannelIdSchema, z.literal('none')]).nullable().default(null),
  /** 担当, exactly as written, or `unwrittenStaff`. */
  staff: z.string().max(100).nullable().default(null),
  /** Both days are included. */
  from: localDateSchema.nullable().default(null),
  to: localDateSchema.nullable().default(null),
  consent: z.enum(acknowledgmentConsents).nullable().default(null),
  /** Standing gifts only, unless the undone ones are asked for. */
  matter: z.enum(giftMatters).nullable().default(null),
  /** The gifts that stood at a moment; those that stand now without one. */
  postedUntil: postingMomentSchema.optional(),
})
export type GiftFilter = z.output<typeof giftFilterSchema>

export const giftListSchema = giftFilterSchema.extend({
  /** The last row of the page before; null for the first page. */
  cursor: z.object({ receivedOn: localDateSchema, entryId: journalEntryIdSchema }).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
})
export type GiftListInput = z.output<typeof giftListSchema>
