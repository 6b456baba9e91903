import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../council/ground-code.ts'
import { duesKindIdSchema } from '../ids.ts'
import { yenSchema } from '../money/yen.ts'

export const duesKindDetailsSchema = z.object({
  code: groundCodeSchema,
  name: groundNameSchema,
  /** 目安 per household or 口, in yen: a suggestion, never a charge. Null where the amount is free. */
  unitYen: yenSchema
    .refine((amount) => amount > 0 && amount <= 10_000_000, '目安額は1円から1,000万円までで入力してください。')
    .nullable(),
})
export type DuesKindDetails = z.output<typeof duesKindDetailsSchema>

/** `id` is null for a new kind. */
export const saveDuesKindSchema = z.object({ id: duesKindIdSchema.nullable(), details: duesKindDetailsSchema })
