import { z } from 'zod'
import { optionalTypedHouseholds } from '../../area/typed-households.ts'
import { optionalTypedYen } from '../../money/typed-yen.ts'
import { type AskedTerms, expectedDuesYen } from './expected-dues.ts'
import { adjustDuesLineSchema, type AdjustDuesLineInput } from './dues-request-input.ts'

/** What a person says of one line, without which line it is. */
export type DuesAdjustment = Pick<AdjustDuesLineInput, 'households' | 'units' | 'expectedYen' | 'reason'>

const adjustmentSchema = adjustDuesLineSchema.pick({ households: true, units: true, expectedYen: true, reason: true })

/** A number of 口 as a form holds it: `3`, `３口`; empty where the line counts none. */
const optionalTypedUnits = z.string().transform((text, issues): number | null => {
  const digits = text.normalize('NFKC').replaceAll(',', '').replace(/口$/, '').trim()
  if (digits === '') return null
  if (/^\d{1,5}$/.test(digits)) return Number(digits)
  issues.addIssue({ code: 'custom', message: '口数は整数で入力してください。例：3' })
  return z.NEVER
})

/** An adjustment as it is typed. An amount left empty is what the terms make of 世帯 or 口. */
export function typedDuesAdjustmentSchema(terms: AskedTerms) {
  return z
    .object({ households: optionalTypedHouseholds, units: optionalTypedUnits, expectedYen: optionalTypedYen, reason: z.string() })
    .transform((typed, issues): DuesAdjustment => {
      const expectedYen = typed.expectedYen ?? expectedDuesYen(terms, typed)
      const adjustment = adjustmentSchema.safeParse({ ...typed, expectedYen })
      if (adjustment.success) return adjustment.data
      for (const { path, message } of adjustment.error.issues) issues.addIssue({ code: 'custom', path, message })
      return z.NEVER
    })
}
