import { z } from 'zod'

/** Wire and column form of a Japanese postal code (郵便番号): seven digits, `8300022`. */
export const postalCodeSchema = z
  .string()
  .regex(/^\d{7}$/, { error: '郵便番号は7桁の数字で指定してください。例：830-0022' })
  .brand<'PostalCode'>()

export type PostalCode = z.output<typeof postalCodeSchema>

/**
 * Reads a postal code as people write it: `830-0022`, `８３０ー００２２`, `〒8300022`. Null when it does not have
 * seven digits.
 */
export function parsePostalCode(text: string): PostalCode | null {
  const digits = text.normalize('NFKC').replace(/^\s*〒/, '').replace(/[\s\-‐‑–—―−ー]/g, '')
  return postalCodeSchema.safeParse(digits).data ?? null
}

/** `830-0022`. */
export function formatPostalCode(code: PostalCode): string {
  return `${code.slice(0, 3)}-${code.slice(3)}`
}

/** A recorded postal code as it is shown and edited, `830-0022`; empty where none is recorded. */
export function readablePostalCode(recorded: string): string {
  const code = parsePostalCode(recorded)
  return code === null ? recorded : formatPostalCode(code)
}
