import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../council/ground-code.ts'
import { revisionSchema } from '../council/revision.ts'
import { duesKindIdSchema } from '../id-schemas.ts'
import { yenSchema } from '../money/yen-schema.ts'

/** What a council may suggest per household or 口: at least a yen, and no more than a slip of the finger would be. */
export function isDuesUnit(unitYen: number | null): boolean {
  return unitYen === null || (unitYen > 0 && unitYen <= 10_000_000)
}

export const duesUnitMessage = '目安額は1円から1,000万円までで入力してください。'

export const duesKindDetailsSchema = z.object({
  code: groundCodeSchema,
  name: groundNameSchema,
  /** 目安 per household or 口, in yen: a suggestion, never a charge. Null where the amount is free. */
  unitYen: yenSchema.nullable().refine(isDuesUnit, duesUnitMessage),
})
export type DuesKindDetails = z.output<typeof duesKindDetailsSchema>

/** `id` is null for a new kind. */
export const saveDuesKindSchema = z.object({
  id: duesKindIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: duesKindDetailsSchema,
})
