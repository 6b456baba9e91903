import { z } from 'zod'
import { parsePostalCode } from './postal-code.ts'

/** A postal code that may be left out, typed in any of the usual ways; comes out as seven digits or empty. */
export const optionalPostalCode = z
  .string()
  .default('')
  .transform((text, context): string => {
    if (text.trim() === '') return ''
    const code = parsePostalCode(text)
    if (code !== null) return code
    context.addIssue({ code: 'custom', message: '郵便番号は7桁の数字で入力してください。例：830-0022' })
    return z.NEVER
  })
