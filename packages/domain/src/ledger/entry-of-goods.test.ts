import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { sampleContext, sampleId } from '../intake/sample-ground.ts'
import { yen } from '../money/yen.ts'
import { isBalanced } from './entry-draft.ts'
import { entryOfGoods, type Goods, goodsSchema, problemOfGoods } from './entry-of-goods.ts'
import type { GroundData } from './ground-data.ts'

const expense = { code: '5300', name: '事業費支出', isClosed: false, isHeading: false, book: 'council', category: 'expense' } as const
const { ground: sample } = sampleContext()
const ground: GroundData = { ...sample, accounts: new Map([...sample.accounts, [sampleId(5), expense]]) }
const goods: Goods = goodsSchema.parse({
  entryDate: localDate('2026-10-15'), expenseAccountId: sampleId(5), fundingSourceId: sampleId(40), fundId: sampleId(201), fairValueYen: 30_000, goods: '車いす 2台',
})
const origin = { id: sampleId<'JournalEntryId'>(900), sourceKind: 'donation', sourceId: 'slip', postedById: sampleId<'UserId'>(1) } as const

describe('goods', () => {
  test('stand in the books as income and as an expense of the same value, without any cash', () => {
    const entry = entryOfGoods(goods, ground, origin)
    expect(entry).toMatchObject({ kind: 'transfer', description: '寄附金 物品 子ども食堂応援 車いす 2台' })
    expect(entry.postings).toEqual([
      { accountId: sampleId(5), amountYen: 30_000, fundId: sampleId(201) },
      { accountId: sampleId(2), amountYen: -30_000, fundingSourceId: sampleId(40), fundId: sampleId(201), count: 1 },
    ])
  })

  test('balance, whatever they are worth', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (value) => isBalanced(entryOfGoods({ ...goods, fairValueYen: yen(value) }, ground, origin).postings)))
  })

  test.each([
    ['an account that is no expense', { expenseAccountId: sampleId<'LedgerAccountId'>(1) }, 'goods_expense_unusable'],
    ['money that is no gift', { fundingSourceId: sampleId<'FundingSourceId'>(20) }, 'goods_source_unusable'],
    ['a fund that is not there', { fundId: sampleId<'FundId'>(299) }, 'fund_unusable'],
    ['an area out of use', { areaId: sampleId<'AreaId'>(413) }, 'area_unusable'],
  ])('are refused with %s', (_, change, code) => {
    expect(problemOfGoods({ ...goods, ...change }, ground)).toMatchObject({ code })
    expect(problemOfGoods(goods, ground)).toBeNull()
  })
})
