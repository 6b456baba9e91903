import { z } from 'zod'
import { isMailAddress } from '../../letter/outbox/mail-address.ts'

const example = '例：hanako@example.jp'

/**
 * The e-mail address of a giver, typed in any width. It is kept in small letters: a giver's own page finds gifts by it, and
 * phones begin it with a capital one day and not the next.
 */
export const giverEmailSchema = z.string().max(300, 'メールアドレスは254文字以内で入力してください。').transform((text, context) => {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (isMailAddress(plain)) return plain
  const isEmpty = plain === ''
  context.addIssue({ code: 'custom', message: isEmpty ? `メールアドレスを入力してください。${example}` : `メールアドレスの形で入力してください。${example}` })
  return z.NEVER
})
