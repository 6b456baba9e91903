import { z } from 'zod'

/** Wire and column form of a Japanese telephone number: ten or eleven digits from the leading 0, `0942343035`. */
export const phoneSchema = z
  .string()
  .regex(/^0\d{9,10}$/, { error: '電話番号は市外局番から10桁か11桁の数字で指定してください。例：0942-34-3035' })
  .brand<'Phone'>()

export type Phone = z.output<typeof phoneSchema>

/**
 * Reads a telephone number as people write it: `0942-34-3035`, `０９４２（３４）３０３５`, `+81 90 1234 5678`.
 * Null when it does not have ten or eleven digits from a leading 0.
 */
export function parsePhone(text: string): Phone | null {
  const digits = text.normalize('NFKC').trim().replace(/[\s\-‐–—―−ー().]/g, '').replace(/^\+81\s*0?/, '0')
  return phoneSchema.safeParse(digits).data ?? null
}

/**
 * Grouped with hyphens where the digits alone tell the groups: mobile and IP numbers (`090-1234-5678`), toll-free
 * (`0120-123-456`), Tokyo and Osaka (`03-1234-5678`). Other area codes differ in length, so their digits are left
 * ungrouped rather than guessed.
 */
export function formatPhone(phone: Phone): string {
  if (/^0\d0\d{8}$/.test(phone)) return grouped(phone, 3, 7)
  if (/^0120\d{6}$/.test(phone)) return grouped(phone, 4, 7)
  if (/^0[36]\d{8}$/.test(phone)) return grouped(phone, 2, 6)
  return phone
}

function grouped(phone: Phone, first: number, second: number): string {
  return `${phone.slice(0, first)}-${phone.slice(first, second)}-${phone.slice(second)}`
}
