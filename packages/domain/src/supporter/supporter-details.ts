import { z } from 'zod'
import { revisionSchema } from '../council/revision.ts'
import { areaIdSchema, supporterIdSchema } from '../id-schemas.ts'
import { optionalPhoneText } from '../text/optional-phone.ts'
import { optionalPostalCode } from '../text/optional-postal-code.ts'
import { readingSchema } from '../text/reading.ts'
import { supporterKinds } from './supporter-kind.ts'

/** What somebody who would not be named is called on lists and slips. */
const nameOfUnnamed = '匿名'

/** 支援者 in short form: enough to take money from them and to find them again. */
export const supporterDetailsSchema = z
  .object({
    kind: z.enum(supporterKinds, '種類を選んでください。'),
    /** Kept exactly as written, except for blanks around it: 髙 and 﨑 stay what they are. */
    name: z.string().trim().max(100, '名前は100文字以内で入力してください。'),
    kana: readingSchema,
    postalCode: optionalPostalCode,
    address: z.string().trim().max(200, '住所は200文字以内で入力してください。').default(''),
    phone: optionalPhoneText,
    areaId: areaIdSchema.nullable().default(null),
    note: z.string().trim().max(500, '備考は500文字以内で入力してください。').default(''),
  })
  .transform((details, context) => {
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
