import { z } from 'zod'
import { revisionSchema } from '../council/revision.ts'
import { areaIdSchema, supporterIdSchema } from '../id-schemas.ts'
import { optionalEmail } from '../text/optional-email.ts'
import { optionalPhoneText } from '../text/optional-phone.ts'
import { optionalPostalCode } from '../text/optional-postal-code.ts'
import { readingSchema } from '../text/reading.ts'
import { acknowledgments } from './acknowledgment.ts'
import { donorAttributes } from './donor-attribute.ts'
import { receiptDeliveries } from './receipt-delivery.ts'
import { supporterKinds } from './supporter-kind.ts'

/** What somebody who would not be named is called on lists and slips. */
const nameOfUnnamed = '匿名'

/** 住所 as it is written on an envelope. */
export const addressTextSchema = z.string().trim().max(200, '住所は200文字以内で入力してください。').default('')

/** 支援者: all that its form edits. Only kind and name are asked for: money is taken with no more than a slip says. */
export const supporterDetailsSchema = z
  .object({
    kind: z.enum(supporterKinds, '種類を選んでください。'),
    /** Kept exactly as written, except for blanks around it: 髙 and 﨑 stay what they are. */
    name: z.string().trim().max(100, '名前は100文字以内で入力してください。'),
    kana: readingSchema,
    /** 敬称; empty for the one that the kind calls for. */
    honorific: z.string().trim().max(10, '敬称は10文字以内で入力してください。').default(''),
    postalCode: optionalPostalCode,
    address: addressTextSchema,
    /** 送付先, where post goes elsewhere. */
    mailingName: z.string().trim().max(100, '宛名は100文字以内で入力してください。').default(''),
    mailingPostalCode: optionalPostalCode,
    mailingAddress: addressTextSchema,
    phone: optionalPhoneText,
    email: optionalEmail,
    areaId: areaIdSchema.nullable().default(null),
    attribute: z.enum(donorAttributes, '属性を選んでください。').default('other'),
    /** Null, in a form empty, while nobody has asked. */
    acknowledgment: z.union([z.enum(acknowledgments), z.literal('').transform(() => null)]).nullable().default(null),
    wantsMail: z.boolean().default(true),
    receiptDelivery: z.enum(receiptDeliveries, '領収書の渡し方を選んでください。').default('paper'),
    note: z.string().trim().max(500, '備考は500文字以内で入力してください。').default(''),
  })
  .transform((details, context) => {
    if (details.mailingAddress === '' && (details.mailingName !== '' || details.mailingPostalCode !== '')) {
      context.addIssue({ code: 'custom', path: ['mailingAddress'], message: '送付先の住所を入力してください。送付先が住所と同じなら、宛名と郵便番号も空けてください。' })
      return z.NEVER
    }
    if (details.name !== '') return details
    if (details.kind === 'anonymous') return { ...details, name: nameOfUnnamed }
    context.addIssue({ code: 'custom', path: ['name'], message: '名前を入力してください。例：支援 花子' })
    return z.NEVER
  })
export type SupporterDetails = z.output<typeof supporterDetailsSchema>

export const updateSupporterSchema = z.object({
  supporterId: supporterIdSchema,
  revision: revisionSchema,
  details: supporterDetailsSchema,
})
export type UpdateSupporterInput = z.output<typeof updateSupporterSchema>
