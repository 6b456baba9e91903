import { z } from 'zod'
import { parseBasisPoints, percentText } from '../../money/basis-points.ts'
import { optionalTypedYen } from '../../money/typed-yen.ts'
import { formatYen } from '../../money/yen.ts'
import { type DuesTermsDetails, duesTermsDetailsSchema } from './dues-terms-input.ts'

/** A year's terms as a form holds them: everything as typed or chosen. */
export interface TypedDuesTerms {
  unit: string
  unitYen: string
  payer: string
  firstMonth: string
  lastMonth: string
  shareBackBasisPoints: string
  isDeductible: boolean
  benefits: string
}

/** 還元率 as it is typed; an empty field is no share-back. */
export const typedBasisPoints = z.string().transform((text, issues): number => {
  const basisPoints = text.trim() === '' ? 0 : parseBasisPoints(text)
  if (basisPoints !== null) return basisPoints
  issues.addIssue({ code: 'custom', message: '還元率は0から100までの数字で、小数は第2位まで入力してください。例：40、33.5' })
  return z.NEVER
})

/** What a form typed, read into terms; the rules of terms follow. */
export const typedDuesTermsSchema = z
  .object({
    unit: z.string(),
    unitYen: optionalTypedYen,
    payer: z.string(),
    firstMonth: z.string().transform(Number),
    lastMonth: z.string().transform(Number),
    shareBackBasisPoints: typedBasisPoints,
    isDeductible: z.boolean(),
    benefits: z.string(),
  })
  .transform((typed, issues): DuesTermsDetails => {
    const terms = duesTermsDetailsSchema.safeParse(typed)
    if (terms.success) return terms.data
    for (const { path, message } of terms.error.issues) issues.addIssue({ code: 'custom', path, message })
    return z.NEVER
  })

/** Terms as a form shows them, to be changed and read again. */
export function typedOfTerms(terms: DuesTermsDetails): TypedDuesTerms {
  return {
    ...terms,
    unitYen: terms.unitYen === null ? '' : formatYen(terms.unitYen),
    firstMonth: String(terms.firstMonth),
    lastMonth: String(terms.lastMonth),
    shareBackBasisPoints: percentText(terms.shareBackBasisPoints),
  }
}
