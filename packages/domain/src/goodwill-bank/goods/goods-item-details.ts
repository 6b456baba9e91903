import { z } from 'zod'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { goodsItemIdSchema } from '../../id-schemas.ts'
import { goodsCategories, goodsMeasures } from './goods-category.ts'

/** As it is typed: full-width digits are read, and an empty field stands for nobody having weighed one. */
function readTypedGrams(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const digits = value.normalize('NFKC').replaceAll(',', '').trim()
  return digits === '' ? null : Number(digits)
}

const fields = z.object({
  code: groundCodeSchema,
  name: groundNameSchema,
  category: z.enum(goodsCategories, '区分を選んでください。'),
  measure: z.enum(goodsMeasures, '数え方を選んでください。'),
  unit: z.string().trim().max(6, '単位は6文字以内で入力してください。例：点').default(''),
  /** 1点あたりの重さ in grams; only pieces have one. */
  gramsEach: z.preprocess(
    readTypedGrams,
    z.int('重さはグラムの整数で入力してください。例：400').min(1, '重さは1g以上で入力してください。').max(10_000_000, '重さが大きすぎます。').nullable().default(null),
  ),
})

/** 品目. What is weighed is told in kg, whatever was typed as its unit. */
export const goodsItemDetailsSchema = fields
  .refine(({ measure, unit }) => measure === 'weight' || unit !== '', { path: ['unit'], error: '単位を入力してください。例：点、袋、台' })
  .transform((item): z.output<typeof fields> => (item.measure === 'weight' ? { ...item, unit: 'kg', gramsEach: null } : item))
export type GoodsItemDetails = z.output<typeof goodsItemDetailsSchema>

/** `id` is null for a new item. */
export const saveGoodsItemSchema = z.object({
  id: goodsItemIdSchema.nullable(),
  revision: revisionSchema.nullable(),
  details: goodsItemDetailsSchema,
})
