import { z } from 'zod'
import { acknowledgmentConsents } from '../../donation/acknowledgment/acknowledgment-consent.ts'
import { onlineGiftIdSchema } from '../../id-schemas.ts'
import { positiveYenSchema } from '../../money/yen-schema.ts'
import { optionalPhoneText } from '../../text/optional-phone.ts'
import { optionalPostalCode } from '../../text/optional-postal-code.ts'
import { proofSchema } from '../abuse/proof.ts'
import { lineOf } from '../gift/gift-giver.ts'
import { givingLanguages } from '../gift/giving-language.ts'
import { giverEmailSchema } from './giver-email.ts'

/** What a link or an address holds to show something to one person alone. */
const secretSchema = z.string().regex(/^[\w-]{20,100}$/, 'リンクが正しくありません。メールのリンクをもう一度開いてください。')

export const giftStatusSchema = z.object({ giftId: onlineGiftIdSchema, access: secretSchema })
export type GiftStatusInput = z.output<typeof giftStatusSchema>

export const askForLinkSchema = z.object({ email: giverEmailSchema, language: z.enum(givingLanguages).default('ja'), proof: proofSchema })
export type AskForLinkInput = z.output<typeof askForLinkSchema>

export const openLinkSchema = z.object({ token: secretSchema })

/** A change of a monthly gift. `changeId` is made by the page: the same click again is the same change. */
export const changeRecurringSchema = z.object({
  giftId: onlineGiftIdSchema,
  changeId: z.uuid(),
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('amount'), amountYen: positiveYenSchema }),
    z.object({ kind: z.enum(['pause', 'resume', 'end']) }),
  ]),
})
export type ChangeRecurringInput = z.output<typeof changeRecurringSchema>

/** What a giver changes by themselves: where they live, and whether their name is made known. Null leaves it as it is. */
export const saveGiverDetailsSchema = z.object({
  giftId: onlineGiftIdSchema,
  address: z.object({ postalCode: optionalPostalCode, address: lineOf(200, '住所').refine((address) => address !== '', '住所を入力してください。例：久留米市城南町15-5'), phone: optionalPhoneText }).nullable().default(null),
  consent: z.object({ consent: z.enum(acknowledgmentConsents), printedName: lineOf(100, '掲載するお名前') }).nullable().default(null),
})
export type SaveGiverDetailsInput = z.output<typeof saveGiverDetailsSchema>
