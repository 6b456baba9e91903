import { z } from 'zod'
import { areaIdSchema, campaignIdSchema, collectionMethodIdSchema } from '../../id-schemas.ts'
import { yenSchema } from '../../money/yen-schema.ts'

const mostYen = 9_000_000_000_000

export const goalSheetSchema = z.object({ campaignId: campaignIdSchema })

/** What somebody has typed, cell by cell; 0 takes a goal away. */
export const saveGoalsSchema = z.object({
  campaignId: campaignIdSchema,
  /** The revision of the goals that they were shown. */
  goalRevision: z.int(),
  cells: z
    .array(
      z.object({
        areaId: areaIdSchema,
        methodId: collectionMethodIdSchema,
        targetYen: yenSchema.refine((amount) => amount >= 0 && amount <= mostYen, '目標額は0円以上で入力してください。'),
      }),
    )
    .max(50_000),
  /** 積み上げを目標額にする: what the goals of the areas come to becomes the goal of the drive. */
  takesSum: z.boolean(),
})
export type SaveGoalsInput = z.output<typeof saveGoalsSchema>
