import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { fundIdSchema } from '../../id-schemas.ts'
import { optionalTypedYen } from '../../money/typed-yen.ts'
import { yenSchema } from '../../money/yen-schema.ts'

const isTarget = (amount: number | null) => amount === null || amount > 0
const targetMessage = '目標額は1円以上で入力してください。'

const fundFields = {
  code: groundCodeSchema,
  name: groundNameSchema,
  /** What the money is for, as givers are told. */
  purpose: z.string().trim().max(300, '使いみちは300文字以内で入力してください。').default(''),
  /** 公開する説明: what everybody can read of it. */
  publicDescription: z.string().trim().max(1_000, '公開する説明は1000文字以内で入力してください。').default(''),
  /** 目標額 over all years; null where none was set. */
  targetYen: yenSchema.nullable().default(null).refine(isTarget, targetMessage),
  /** 使途の指定がある: its money goes to another fund only for a reason. */
  isRestricted: z.boolean().default(true),
} as const

export const fundDetailsSchema = z.object(fundFields)
export type FundDetails = z.output<typeof fundDetailsSchema>

/** The same as a form holds it: the target typed, or left empty. */
export const typedFundSchema = fundDetailsSchema.extend({ targetYen: optionalTypedYen.refine(isTarget, targetMessage) })

/** `id` is null for a new fund. */
export const saveFundSchema = z.object({
  id: fundIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: fundDetailsSchema,
})
