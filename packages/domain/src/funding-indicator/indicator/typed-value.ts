import { z } from 'zod'

const message = '数字で入力してください。例：70.0、248,933、△1.2'

/**
 * A value as staff type it: full or half width, with or without commas, a minus as `-` or △, at most four decimals.
 * Nothing typed is null. Values that are numbers already pass as they are.
 */
export const typedValueSchema = z.union([z.string(), z.number(), z.null()]).transform((typed, context): number | null => {
  const value = typeof typed === 'string' ? valueOfText(typed) : typed
  if (value !== undefined && (value === null || (Number.isFinite(value) && Math.abs(value) < 1e11))) return value
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

/** Null for nothing, undefined for what is no number. */
export function valueOfText(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '').replace(/^[△▲−–—―-]/, '-')
  if (plain === '') return null
  return /^-?\d{1,11}(\.\d{1,4})?$/.test(plain) ? Number(plain) : undefined
}
