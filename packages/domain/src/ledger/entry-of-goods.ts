import { z } from 'zod'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import { areaIdSchema, fundIdSchema, fundingSourceIdSchema, ledgerAccountIdSchema, supporterIdSchema } from '../id-schemas.ts'
import { amountRefusalMessage, largestTypedYen } from '../money/parse-amount.ts'
import { negateYen } from '../money/yen.ts'
import { yenSchema } from '../money/yen-schema.ts'
import { normalizeForSearch } from '../text/search-text.ts'
import type { EntryDraft } from './entry-draft.ts'
import type { EntryOrigin } from './entry-of-contribution.ts'
import type { GroundData } from './ground-data.ts'

/**
 * 物品 that was given and is put to use: income at fair value (時価), and the same as an expense at once, so that no cash
 * moves. Food that is handed on the same day is not booked at all; whoever takes it in decides that before coming here.
 */
export const goodsSchema = z.object({
  entryDate: localDateSchema,
  /** 事業費: what the goods are used for. */
  expenseAccountId: ledgerAccountIdSchema,
  fundingSourceId: fundingSourceIdSchema,
  fundId: fundIdSchema.optional(),
  areaId: areaIdSchema.optional(),
  supporterId: supporterIdSchema.optional(),
  /** 時価, in yen. */
  fairValueYen: yenSchema
    .refine((amount) => amount > 0, '時価は1円以上で入力してください。')
    .refine((amount) => amount <= largestTypedYen, amountRefusalMessage('too_large')),
  /** What it is, as the 摘要 says it: 「車いす 2台」. */
  goods: z.string().trim().min(1, '品名を入力してください。例：車いす 2台').max(200, '品名は200文字以内で入力してください。'),
})
export type Goods = z.output<typeof goodsSchema>

export type GoodsProblem = 'goods_expense_unusable' | 'goods_source_unusable' | 'fund_unusable' | 'area_unusable'

/** What keeps goods from being booked, with the field at fault; null when nothing does. */
export function problemOfGoods(goods: Goods, ground: GroundData): { code: GoodsProblem; field: keyof Goods } | null {
  const expense = ground.accounts.get(goods.expenseAccountId)
  const isExpense = expense !== undefined && !expense.isClosed && !expense.isHeading && expense.category === 'expense'
  if (!isExpense || expense.book !== 'council') return { code: 'goods_expense_unusable', field: 'expenseAccountId' }
  const source = ground.sources.get(goods.fundingSourceId)
  if (source === undefined || source.isClosed || source.category !== 'donation') {
    return { code: 'goods_source_unusable', field: 'fundingSourceId' }
  }
  if (goods.fundId !== undefined && !isUsable(ground.funds.get(goods.fundId))) return { code: 'fund_unusable', field: 'fundId' }
  if (goods.areaId !== undefined && !isUsable(ground.areas.get(goods.areaId))) return { code: 'area_unusable', field: 'areaId' }
  return null
}

/**
 * 振替: 事業費 / 経常経費寄附金収入. The dimensions stand on the income, which reports read; the fund's balance does not move,
 * because what came in was used by being given.
 * @throws Error if the goods have a problem: check them first.
 */
export function entryOfGoods(goods: Goods, ground: GroundData, origin: EntryOrigin): EntryDraft {
  const source = ground.sources.get(goods.fundingSourceId)
  if (source === undefined) throw new Error(`unknown funding source ${goods.fundingSourceId}`)
  const fund = goods.fundId === undefined ? undefined : ground.funds.get(goods.fundId)
  const description = [source.name, '物品', fund?.name, goods.goods].filter((name) => name !== undefined).join(' ')
  const { fundingSourceId, fundId, areaId, supporterId, fairValueYen } = goods
  return {
    ...origin,
    entryDate: goods.entryDate,
    kind: 'transfer',
    payerId: supporterId,
    description,
    searchText: normalizeForSearch(`${description} ${origin.reason ?? ''}`),
    postings: [
      { accountId: goods.expenseAccountId, amountYen: fairValueYen, fundId },
      { accountId: source.accountId, amountYen: negateYen(fairValueYen), fundingSourceId, fundId, areaId, supporterId, count: 1 },
    ],
  }
}

function isUsable(item: { isClosed: boolean } | undefined): boolean {
  return item !== undefined && !item.isClosed
}
