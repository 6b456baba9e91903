import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { goodsLotIdSchema, goodwillActIdSchema } from '../../id-schemas.ts'
import { mostGoods } from '../goods/goods-quantity.ts'
import { goodsLossReasons, writeOffReasons } from './goods-loss-reason.ts'

const quantity = z.int().min(0).max(mostGoods, '数量が大きすぎます。')

/** 廃棄: so much of a lot, and why. The page makes the id, so that a repeat is known. */
export const writeOffGoodsSchema = z.object({
  actId: goodwillActIdSchema,
  writtenOffOn: localDateSchema,
  lines: z
    .array(z.object({ lotId: goodsLotIdSchema, quantity: quantity.min(1), reason: z.enum(writeOffReasons, '理由を選んでください。') }))
    .min(1, '廃棄するものを選んでください。')
    .max(1_000)
    .refine((lines) => new Set(lines.map(({ lotId }) => lotId)).size === lines.length),
})
export type WriteOffGoodsInput = z.output<typeof writeOffGoodsSchema>

const countedLotSchema = z
  .object({
    lotId: goodsLotIdSchema,
    /** What the page said when it was counted: refused where something moved meanwhile. */
    bookQuantity: quantity,
    countedQuantity: quantity,
    /** Of a difference always. */
    reason: z.enum(goodsLossReasons).nullable(),
    explanation: z.string().trim().max(100, '説明は100文字以内で入力してください。').default(''),
  })
  .refine(({ bookQuantity, countedQuantity, reason }) => bookQuantity === countedQuantity || reason !== null, { path: ['reason'], error: '差異の理由を選んでください。' })
  .transform((line) => (line.bookQuantity === line.countedQuantity ? { ...line, reason: null } : line))
export type CountedLot = z.output<typeof countedLotSchema>

/** 棚卸: what was counted of each lot at the end of a day. The page makes the id, so that a repeat is known. */
export const recordStocktakingSchema = z.object({
  actId: goodwillActIdSchema,
  countedOn: localDateSchema,
  lines: z
    .array(countedLotSchema)
    .min(1, '数えた数量を入力してください。')
    .max(2_000)
    .refine((lines) => new Set(lines.map(({ lotId }) => lotId)).size === lines.length),
})
export type RecordStocktakingInput = z.output<typeof recordStocktakingSchema>
