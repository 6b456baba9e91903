import { z } from 'zod'
import { parsePhone } from './phone.ts'

/**
 * A telephone number that may be left out. It is kept with the hyphens that were typed, because the digits alone do
 * not tell where an area code ends; full-width characters become half-width.
 */
export const optionalPhoneText = z
  .string()
  .max(30, '電話番号は30文字以内で入力してください。')
  .default('')
  .transform((text, context) => {
    const plain = text.normalize('NFKC').replace(/[‐–—―−ー]/g, '-').trim()
    if (plain === '' || parsePhone(plain) !== null) return plain
    context.addIssue({ code: 'custom', message: '電話番号は市外局番から入力してください。例：0942-34-3035' })
    return z.NEVER
  })
