import { z } from 'zod'
import { userIdSchema } from '../id-schemas.ts'
import { roleSchema } from './role.ts'

const passwordLeast = 12
const passwordMost = 128

/** A password: long rather than motley (NIST SP 800-63B). It is never trimmed, folded or logged. */
export const passwordSchema = z
  .string({ error: 'パスワードを入力してください。' })
  .min(passwordLeast, `パスワードは${passwordLeast}文字以上にしてください。短い文をつなげると覚えやすくなります。`)
  .max(passwordMost, `パスワードは${passwordMost}文字以内にしてください。`)

/** An e-mail address as it is stored and looked up: trimmed and in lower case. */
const emailSchema = z
  .string({ error: 'メールアドレスを入力してください。' })
  .trim()
  .toLowerCase()
  .pipe(z.email('メールアドレスの形で入力してください。例：tanaka@example.jp').max(254, 'メールアドレスが長すぎます。'))

/** A person's name. Kept as typed but for spaces at its ends: names are never normalized. */
const personNameSchema = z
  .string({ error: '氏名を入力してください。' })
  .trim()
  .min(1, '氏名を入力してください。例：田中 美咲')
  .max(60, '氏名は60文字以内で入力してください。')

const roleChoiceSchema = z.enum(roleSchema.options, { error: '役割を選んでください。' })

export const signInInputSchema = z.object({
  email: emailSchema,
  password: z.string().min(1, 'パスワードを入力してください。'),
})

export const addUserInputSchema = z.object({
  name: personNameSchema,
  email: emailSchema,
  role: roleChoiceSchema,
  password: passwordSchema,
})
export type AddUserInput = z.infer<typeof addUserInputSchema>

export const changeUserRoleInputSchema = z.object({ userId: userIdSchema, role: roleChoiceSchema })
export type ChangeUserRoleInput = z.infer<typeof changeUserRoleInputSchema>

export const changeUserEmailInputSchema = z.object({ userId: userIdSchema, email: emailSchema })
export type ChangeUserEmailInput = z.infer<typeof changeUserEmailInputSchema>

/** What commands on one person need: who, and why where there is something to say. */
export const userActInputSchema = z.object({ userId: userIdSchema, reason: z.string().trim().max(200).default('') })
export type UserActInput = z.infer<typeof userActInputSchema>

export const resetPasswordInputSchema = z.object({ userId: userIdSchema, password: passwordSchema })
export type ResetPasswordInput = z.infer<typeof resetPasswordInputSchema>
