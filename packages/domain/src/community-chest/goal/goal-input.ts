import { z } from 'zod'
import { areaIdSchema, campaignIdSchema, collectionMethodIdSchema } from '../../id-schemas.ts'
import { yenSchema } from '../../money/yen-schema.ts'

const mostYen = 9_000_000_000_000

export const goalSheetSchema = z.object({ campaignId: campaignIdSchema })

const goalYenSchema = yenSchema.refine((amount) => amount >= 0 && amount <= mostYen, '目標額は0円以上で入力してください。')

const changedGoalsSchema = z.object({
  campaignId: campaignIdSchema,
  /** The revision of the goals that they were shown. */
  goalRevision: z.int(),
  cells: z.array(z.object({ areaId: areaIdSchema, methodId: collectionMethodIdSchema, targetYen: goalYenSchema })).max(50_000),
})

/** What somebody has typed, cell by cell; 0 takes a goal away. */
export const saveGoalsSchema = changedGoalsSchema.extend({
  /** 積み上げを目標額にする: what the goals of the areas come to becomes the goal of the drive. */
  takesSum: z.boolean(),
})
export type SaveGoalsInput = z.output<typeof saveGoalsSchema>

/** 元に戻す: what stood in the cells before they were saved, and the goal of the drive where the sum had taken its place. */
export const putBackGoalsSchema = changedGoalsSchema.extend({
  goal: z.object({ fromYen: goalYenSchema, toYen: goalYenSchema.nullable() }).nullable(),
})
export type PutBackGoalsInput = z.output<typeof putBackGoalsSchema>
