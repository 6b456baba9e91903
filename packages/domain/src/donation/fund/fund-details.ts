import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { fundIdSchema } from '../../id-schemas.ts'

export const fundDetailsSchema = z.object({
  code: groundCodeSchema,
  name: groundNameSchema,
  /** What the money is for, as givers are told. */
  purpose: z.string().trim().max(300, '使いみちは300文字以内で入力してください。').default(''),
})
export type FundDetails = z.output<typeof fundDetailsSchema>

/** `id` is null for a new fund. */
export const saveFundSchema = z.object({
  id: fundIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: fundDetailsSchema,
})
