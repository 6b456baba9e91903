import { z } from 'zod'
import { supporterIdSchema } from '../../id-schemas.ts'
import { optionalEmail } from '../../text/optional-email.ts'
import { optionalPhoneText } from '../../text/optional-phone.ts'

/** 連絡先の種類. */
export const contactPointKinds = ['phone', 'fax', 'email'] as const
export type ContactPointKind = (typeof contactPointKinds)[number]

export const contactPointKindNames: Record<ContactPointKind, string> = { phone: '電話', fax: 'ファクス', email: 'メール' }

/** そのほかの連絡先: a further number or address, and whose it is. */
export const contactPointDetailsSchema = z
  .object({
    kind: z.enum(contactPointKinds, '種類を選んでください。'),
    value: z.string().trim().min(1, '番号かメールアドレスを入力してください。例：090-1234-5678'),
    label: z.string().trim().max(30, '説明は30文字以内で入力してください。').default(''),
  })
  .transform((details, context) => {
    const read = (details.kind === 'email' ? optionalEmail : optionalPhoneText).safeParse(details.value)
    if (read.success) return { ...details, value: read.data }
    context.addIssue({ code: 'custom', path: ['value'], message: read.error.issues[0]?.message ?? '' })
    return z.NEVER
  })
export type ContactPointDetails = z.output<typeof contactPointDetailsSchema>

export const addContactPointSchema = z.object({ supporterId: supporterIdSchema, details: contactPointDetailsSchema })
export type AddContactPointInput = z.output<typeof addContactPointSchema>
