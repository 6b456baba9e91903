import { z } from 'zod'

/** An e-mail address that may be left out, typed in any width. */
export const optionalEmail = z
  .string()
  .max(254, 'メールアドレスは254文字以内で入力してください。')
  .default('')
  .transform((text, context) => {
    const plain = text.normalize('NFKC').trim()
    if (plain === '' || z.email().safeParse(plain).success) return plain
    context.addIssue({ code: 'custom', message: 'メールアドレスの形で入力してください。例：hanako@example.jp' })
    return z.NEVER
  })
