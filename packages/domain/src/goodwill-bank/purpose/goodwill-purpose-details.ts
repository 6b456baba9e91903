import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { fundIdSchema, goodwillPurposeIdSchema } from '../../id-schemas.ts'

/** 預託の目的: what goods and money are given for. */
export const goodwillPurposeDetailsSchema = z.object({
  code: groundCodeSchema,
  name: groundNameSchema,
  /** Where its money stands in the books; null where only goods are taken. */
  fundId: z.preprocess((value) => (value === '' ? null : value), fundIdSchema.nullable().default(null)),
})
export type GoodwillPurposeDetails = z.output<typeof goodwillPurposeDetailsSchema>

/** `id` is null for a new purpose. */
export const saveGoodwillPurposeSchema = z.object({
  id: goodwillPurposeIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: goodwillPurposeDetailsSchema,
})
