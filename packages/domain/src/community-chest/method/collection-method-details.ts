import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { collectionMethodIdSchema } from '../../id-schemas.ts'
import { countMeanings, nationalMethodCategories } from './collection-method-kind.ts'

export const collectionMethodDetailsSchema = z.object({
  code: groundCodeSchema,
  name: groundNameSchema,
  nationalCategory: z.enum(nationalMethodCategories, '全国集計の区分を選んでください。'),
  countMeaning: z.enum(countMeanings, '件数の数え方を選んでください。'),
})
export type CollectionMethodDetails = z.output<typeof collectionMethodDetailsSchema>

/** `id` is null for a new method. */
export const saveCollectionMethodSchema = z.object({
  id: collectionMethodIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: collectionMethodDetailsSchema,
})
