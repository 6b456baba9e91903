import fc from 'fast-check'
import { expect, test } from 'vitest'
import { id } from '../ids.ts'
import { isBalanced } from './entry-draft.ts'
import { entryOfFundUse, fundUseSchema } from './entry-of-fund-use.ts'

const [fund, expense, cash] = ['0199a000-0000-7000-8000-000000000001', '0199a000-0000-7000-8000-000000000002', '0199a000-0000-7000-8000-000000000003']
const origin = { id: id<'JournalEntryId'>('0199a000-0000-7000-8000-00000000000a'), sourceKind: 'fund_use', sourceId: 'x', postedById: id<'UserId'>('0199a000-0000-7000-8000-00000000000b') } as const
const typed = { fundId: fund, usedOn: '2026-10-15', amountYen: 12_000, expenseAccountId: expense, cashAccountId: cash, description: '食材 10月分' }

test('what is spent stands on the fund once, balances, and touches no funding source', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), (amountYen) => {
    const entry = entryOfFundUse({ ...fundUseSchema.parse({ ...typed, amountYen }), fundName: '子ども食堂応援' }, origin)
    const ofFund = entry.postings.filter(({ fundId }) => fundId !== undefined)
    expect(isBalanced(entry.postings)).toBe(true)
    expect(ofFund).toEqual([{ accountId: expense, amountYen, fundId: fund }])
    expect(entry.postings.every(({ fundingSourceId }) => fundingSourceId === undefined)).toBe(true)
  }))
})

test('the description names the fund and what was bought', () => {
  expect(entryOfFundUse({ ...fundUseSchema.parse(typed), fundName: '子ども食堂応援' }, origin)).toMatchObject({ kind: 'payment', description: '子ども食堂応援 食材 10月分' })
})

test.each([
  ['amountYen', 0, '1円以上の金額を入力してください。'],
  ['expenseAccountId', '', '支出の科目を選んでください。例：事業費支出'],
  ['cashAccountId', '', '支払う口座を選んでください。例：普通預金'],
  ['description', '　', '使いみちを入力してください。例：食材 4月分'],
])('%s cannot be %j', (field, value, message) => {
  expect(fundUseSchema.safeParse({ ...typed, [field]: value }).error?.issues[0]?.message).toBe(message)
})
