import { z } from 'zod'
import { householdCountSchema } from './area-details.ts'

/** A number of households as a form or a file holds it: `1,250`, `１２５０世帯`. NaN where it is something else. */
export function householdsIn(text: string): number {
  const digits = text.normalize('NFKC').replaceAll(',', '').replace(/世帯$/, '').trim()
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN
}

/** The same in a field that may be left empty. */
export const optionalTypedHouseholds = z.string().transform((text, context): number | null => {
  if (text.trim() === '') return null
  const households = householdCountSchema.safeParse(householdsIn(text))
  if (households.success) return households.data
  context.addIssue({ code: 'custom', message: '世帯数は整数で入力してください。例：1,250' })
  return z.NEVER
})
