import { z } from 'zod'
import { headerLine } from '../../text/header-line.ts'
import { optionalPhoneText } from '../../text/optional-phone.ts'
import { optionalPostalCode } from '../../text/optional-postal-code.ts'
import { readingSchema } from '../../text/reading.ts'
import { giverEmailSchema } from '../giver/giver-email.ts'
import { onlineGiverKinds } from './online-giver-kind.ts'

/** A text of one line as its giver writes it: nothing is rewritten but blanks around it and what no line can hold. */
export function lineOf(most: number, what: string) {
  return z.string().max(most, `${what}は${most}文字以内で入力してください。`).default('').transform(headerLine)
}

/** Who gives. Fields that a kind of giver does not have may come filled from a step that was changed; they are dropped. */
export const giftGiverSchema = z
  .object({
    kind: z.enum(onlineGiverKinds, 'お申し込みの方の区分を選んでください。'),
    /** Of an organization, its name. */
    name: lineOf(100, 'お名前'),
    kana: readingSchema,
    contactPerson: lineOf(100, 'ご担当者名'),
    postalCode: optionalPostalCode,
    address: lineOf(200, '住所'),
    phone: optionalPhoneText,
    email: giverEmailSchema,
  })
  .transform((giver, context) => {
    if (giver.kind === 'anonymous') return { ...nobody, kind: giver.kind, email: giver.email }
    if (giver.name === '') {
      const message = giver.kind === 'person' ? 'お名前を入力してください。例：支援 花子' : '法人・団体の名称を入力してください。例：株式会社ささえ'
      context.addIssue({ code: 'custom', path: ['name'], message })
      return z.NEVER
    }
    return giver.kind === 'person' ? { ...giver, contactPerson: '' } : giver
  })
export type GiftGiver = z.output<typeof giftGiverSchema>

const nobody = { name: '', kana: '', contactPerson: '', postalCode: '', address: '', phone: '' }
