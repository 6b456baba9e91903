import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { fundingSourceIdSchema, incomeLineIdSchema } from '../../id-schemas.ts'
import { incomeCategories } from './income-category.ts'

export const incomeLineDetailsSchema = z.object({
  code: groundCodeSchema,
  name: groundNameSchema,
  category: z.enum(incomeCategories, '種類を選んでください。'),
  /** Lines stand in this order, then in that of their codes. */
  displayOrder: z.coerce.number<number | string>('並び順は0から9999までの数字で入力してください。').int('並び順は整数で入力してください。').min(0, '並び順は0以上で入力してください。').max(9_999, '並び順は9999までです。'),
  /** The sources of the ledger whose money is counted in the line. */
  sourceIds: z.array(fundingSourceIdSchema).max(200),
})
export type IncomeLineDetails = z.output<typeof incomeLineDetailsSchema>

/** `id` is null for a new line. */
export const saveIncomeLineSchema = z.object({
  id: incomeLineIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: incomeLineDetailsSchema,
})
