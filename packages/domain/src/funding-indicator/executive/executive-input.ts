import { z } from 'zod'
import { areaIdSchema, collectionMethodIdSchema, duesKindIdSchema } from '../../id-schemas.ts'
import { fundingCategories } from '../../ledger/funding-category.ts'
import { fundingDashboardSchema } from '../funding-cut.ts'

/** What the executives' page is asked for. */
export const executivePageSchema = fundingDashboardSchema
export type ExecutivePageInput = z.infer<typeof executivePageSchema>

/** Which difference is to be explained: of a category, within an area, of one method or kind of membership. */
export const explanationSchema = fundingDashboardSchema.extend({
  category: z.enum(fundingCategories),
  areaId: areaIdSchema.optional(),
  methodId: collectionMethodIdSchema.optional(),
  duesKindId: duesKindIdSchema.optional(),
})
export type ExplanationInput = z.infer<typeof explanationSchema>
