import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import {
  areaIdSchema,
  goodsItemIdSchema,
  goodwillActIdSchema,
  goodwillPurposeIdSchema,
  grantCommitteeIdSchema,
  ledgerAccountIdSchema,
  reliefClassIdSchema,
} from '../../id-schemas.ts'
import { positiveYenSchema } from '../../money/yen-schema.ts'
import { typedCountSchema } from '../../text/typed-count.ts'
import { mostGoods } from '../goods/goods-quantity.ts'
import { recipientUnits, withdrawalWays } from './withdrawal-way.ts'

function nothingAsNull(value: unknown): unknown {
  return value === '' ? null : value
}

/**
 * To how many of which class something goes out. Chosen ids, days and numbers only: there is no field into which somebody
 * could write who it was.
 */
export const withdrawalFields = {
  withdrawnOn: localDateSchema,
  purposeId: z.string().min(1, '目的を選んでください。').pipe(goodwillPurposeIdSchema),
  way: z.enum(withdrawalWays, '払出の方法を選んでください。'),
  recipientUnit: z.enum(recipientUnits, '対象の数え方を選んでください。'),
  recipients: typedCountSchema('対象の数', { least: 1 }).transform((count, context) => {
    if (count !== null) return count
    context.addIssue({ code: 'custom', message: '対象の数を入力してください。例：24' })
    return z.NEVER
  }),
  reliefClassId: z.preprocess(nothingAsNull, reliefClassIdSchema.nullable().default(null)),
  areaId: z.preprocess(nothingAsNull, areaIdSchema.nullable().default(null)),
  committeeId: z.preprocess(nothingAsNull, grantCommitteeIdSchema.nullable().default(null)),
} as const

/** So much of an item, in pieces or grams; which lots it is taken from their 期限 decides. */
export const withdrawalLineSchema = z.object({
  itemId: goodsItemIdSchema,
  quantity: z.int().min(1, '数量を入力してください。例：24').max(mostGoods, '数量が大きすぎます。'),
})

/** 物品の払出. The page makes the id, so that a repeat is known. */
export const withdrawGoodsSchema = z.object({
  actId: goodwillActIdSchema,
  ...withdrawalFields,
  lines: z
    .array(withdrawalLineSchema)
    .min(1, '払い出す品目を入力してください。')
    .max(300)
    .refine((lines) => new Set(lines.map(({ itemId }) => itemId)).size === lines.length, '同じ品目が二度あります。'),
})
export type WithdrawGoodsInput = z.output<typeof withdrawGoodsSchema>

/** お金の払出: only after a committee has decided. */
export const withdrawMoneySchema = z.object({
  actId: goodwillActIdSchema,
  ...withdrawalFields,
  committeeId: z.string().min(1, '決定した委員会を選んでください。').pipe(grantCommitteeIdSchema),
  cashAccountId: z.string().min(1, '支払う口座を選んでください。').pipe(ledgerAccountIdSchema),
  expenseAccountId: z.string().min(1, '支出の科目を選んでください。').pipe(ledgerAccountIdSchema),
  moneyYen: positiveYenSchema,
})
export type WithdrawMoneyInput = z.output<typeof withdrawMoneySchema>
