import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../council/ground-code.ts'
import { revisionSchema } from '../council/revision.ts'
import { fundingSourceIdSchema, ledgerAccountIdSchema } from '../id-schemas.ts'
import { fundingCategories } from './funding-category.ts'

export const fundingSourceDetailsSchema = z.object({
  code: groundCodeSchema,
  name: groundNameSchema,
  category: z.enum(fundingCategories, '区分を選んでください。'),
  /** The account that the money is credited to: income, or 預り金. */
  accountId: ledgerAccountIdSchema,
})
export type FundingSourceDetails = z.output<typeof fundingSourceDetailsSchema>

/** `id` is null for a new source. */
export const saveFundingSourceSchema = z.object({
  id: fundingSourceIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: fundingSourceDetailsSchema,
})
