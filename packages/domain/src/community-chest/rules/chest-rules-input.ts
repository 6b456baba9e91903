import { z } from 'zod'
import { revisionSchema } from '../../council/revision.ts'
import { type Rounding, roundings } from '../../money/rounding.ts'

/** 目標額の単位 in yen: what goals shared out over areas are rounded to. */
export const goalSteps = [1, 10, 100, 1_000] as const
/** 率の小数点以下のけた数. */
export const rateDecimals = [0, 1, 2] as const

export const rateRoundingNames: Record<Rounding, string> = { half_up: '四捨五入', down: '切り捨て' }

const nameSchema = z.string().trim().max(100, '名称は100文字以内で入力してください。')

/** 共同募金の決まり: how this council's tables print, and whom it remits to. */
export const chestRulesDetailsSchema = z.object({
  /** 共同募金会: the prefectural body whose money it is, as papers name it. */
  prefecturalBody: nameSchema,
  /** 支会・分会の名: the name under which this office collects for it. */
  branchName: nameSchema,
  rateDecimals: z.literal(rateDecimals, '率のけた数を選んでください。'),
  rateRounding: z.enum(roundings, '率の端数の扱いを選んでください。'),
  goalStepYen: z.literal(goalSteps, '目標額の単位を選んでください。'),
})
export type ChestRulesDetails = z.output<typeof chestRulesDetailsSchema>

/** `revision` is that of the rules the form was opened on. */
export const saveChestRulesSchema = z.object({ revision: revisionSchema, details: chestRulesDetailsSchema })
export type SaveChestRulesInput = z.output<typeof saveChestRulesSchema>
