import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import {
  fundingSourceIdSchema,
  goodsItemIdSchema,
  goodwillActIdSchema,
  goodwillPurposeIdSchema,
  ledgerAccountIdSchema,
  supporterIdSchema,
} from '../../id-schemas.ts'
import { amountRefusalMessage, largestTypedYen } from '../../money/parse-amount.ts'
import { sumYen } from '../../money/yen.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import { mostGoods } from '../goods/goods-quantity.ts'
import { depositRoutes } from './deposit-route.ts'

const amount = yenSchema.refine((yen) => yen >= 0 && yen <= largestTypedYen, amountRefusalMessage('too_large'))

/** One line: so much of an item, with one 期限, worth so much. */
export const depositLineSchema = z.object({
  itemId: goodsItemIdSchema,
  expiresOn: localDateSchema.nullable(),
  /** In pieces or grams. */
  quantity: z.int().min(1, '数量を入力してください。例：24').max(mostGoods, '数量が大きすぎます。'),
  /** 時価 of the line; 0 where it is not reckoned. */
  valueYen: amount,
})
export type DepositLine = z.output<typeof depositLineSchema>

/** 預託: goods, money or both. The page makes the id, so that a repeat is known. */
export const recordDepositSchema = z
  .object({
    actId: goodwillActIdSchema,
    depositedOn: localDateSchema,
    purposeId: goodwillPurposeIdSchema,
    /** Null where nobody is named. */
    supporterId: supporterIdSchema.nullable(),
    route: z.enum(depositRoutes, '経路を選んでください。'),
    occasion: z.string().trim().max(60, '会場・催しは60文字以内で入力してください。').default(''),
    note: z.string().trim().max(200, '備考は200文字以内で入力してください。').default(''),
    /** Food that is handed on the same day is counted, and not booked. */
    isSameDay: z.boolean().default(false),
    lines: z.array(depositLineSchema).max(300, '一度に記録できるのは300行までです。'),
    moneyYen: amount,
    cashAccountId: ledgerAccountIdSchema.nullable(),
    /** 事業費: what goods with a value are used for. */
    expenseAccountId: ledgerAccountIdSchema.nullable(),
    /** 寄附の財源: what money and goods with a value are booked under. */
    fundingSourceId: fundingSourceIdSchema.nullable(),
  })
  .refine(({ lines, moneyYen }) => lines.length > 0 || moneyYen > 0, { path: ['lines'], error: '品目かお金のどちらかを入力してください。' })
  .refine(({ moneyYen, cashAccountId }) => moneyYen === 0 || cashAccountId !== null, { path: ['cashAccountId'], error: '入金先を選んでください。' })
  .refine((deposit) => bookedGoodsYen(deposit) === 0 || deposit.expenseAccountId !== null, {
    path: ['expenseAccountId'],
    error: '時価を記帳する事業費の科目を選んでください。',
  })
  .refine((deposit) => deposit.moneyYen + bookedGoodsYen(deposit) === 0 || deposit.fundingSourceId !== null, {
    path: ['fundingSourceId'],
    error: '寄附の財源を選んでください。',
  })
export type RecordDepositInput = z.output<typeof recordDepositSchema>

/** 時価 that goes into the books, in yen. */
export function bookedGoodsYen({ lines, isSameDay }: { readonly lines: readonly Pick<DepositLine, 'valueYen'>[]; readonly isSameDay: boolean }): number {
  return isSameDay ? 0 : sumYen(lines.map(({ valueYen }) => valueYen))
}
