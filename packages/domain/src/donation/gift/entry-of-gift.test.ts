import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '../../calendar/local-date.ts'
import { sampleContext, sampleId } from '../../intake/sample-ground.ts'
import { isBalanced } from '../../ledger/entry-draft.ts'
import type { GroundData } from '../../ledger/ground-data.ts'
import { sumYen, yen } from '../../money/yen.ts'
import { detailsOfKind, donationDetailsSchema } from './donation-details.ts'
import { entryOfGift, problemOfGift } from './entry-of-gift.ts'
import { type Gift, giftSchema } from './gift-input.ts'

const { ground: sample } = sampleContext()
const expense = { code: '5300', name: '事業費支出', isClosed: false, isHeading: false, book: 'council', category: 'expense' } as const
const funds = Array.from({ length: 20 }, (_, place) => [sampleId<'FundId'>(201 + place), { code: `${place}`, name: `基金${place}`, isClosed: place === 19 }] as const)
const ground: GroundData = { ...sample, accounts: new Map([...sample.accounts, [sampleId(5), expense]]), funds: new Map(funds) }
const origin = { id: sampleId<'JournalEntryId'>(900), sourceKind: 'donation', sourceId: 'slip', postedById: sampleId<'UserId'>(1) } as const

function aGift(change: Partial<Gift> = {}): Gift {
  return giftSchema.parse({
    receivedOn: localDate('2026-10-15'), supporterId: sampleId(801), fundingSourceId: sampleId(40),
    given: { form: 'money', cashAccountId: sampleId(1), shares: [{ fundId: null, amountYen: 10_000 }] },
    details: { kind: 'general' }, ...change,
  })
}

const money = (shares: readonly number[]) => ({
  form: 'money' as const, cashAccountId: sampleId<'LedgerAccountId'>(1), shares: shares.map((amount, place) => ({ fundId: sampleId<'FundId'>(201 + place), amountYen: yen(amount) })),
})

describe('a gift of money', () => {
  test('is one entry however many purposes it goes to: what was paid in is what the purposes get, to the yen, and it counts once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 1, maxLength: 19 }), (amounts) => {
        const { postings } = entryOfGift(aGift({ given: money(amounts) }), ground, origin)
        const [cash, ...shares] = postings
        expect(isBalanced(postings)).toBe(true)
        expect(cash?.amountYen).toBe(amounts.reduce((sum, each) => sum + each, 0))
        expect(shares.map(({ fundId, amountYen }) => [fundId, -amountYen])).toEqual(amounts.map((amount, place) => [sampleId(201 + place), amount]))
        expect(sumYen(shares.map(({ count }) => yen(count ?? 0)))).toBe(1)
      }),
    )
  })

  test('says what it is in the books, without a name of the deceased', () => {
    const details = donationDetailsSchema.parse({ kind: 'memorial', deceasedName: '髙橋 太郎', mournerName: '髙橋 一郎', relationship: '父' })
    expect(entryOfGift(aGift({ given: money([30_000, 20_000]), details }), ground, origin)).toMatchObject({ kind: 'receipt', description: '寄附金 香典返し 基金0・基金1' })
  })

  test.each([
    ['a purpose twice', { given: { ...money([1, 1]), shares: [{ fundId: null, amountYen: 1 }, { fundId: null, amountYen: 1 }] } }],
    ['指定寄附 without its purpose', { details: { kind: 'designated' } }],
    ['money that is called goods', { details: { kind: 'in_kind', goods: '車いす' } }],
  ])('cannot be written with %s', (_, change) => {
    expect(giftSchema.safeParse({ ...aGift(), ...change }).success).toBe(false)
  })

  test('is refused at the purpose that is out of use, and with money of another source', () => {
    const given = { ...money([1, 1]), shares: [{ fundId: sampleId<'FundId'>(201), amountYen: yen(1) }, { fundId: sampleId<'FundId'>(220), amountYen: yen(1) }] }
    expect(problemOfGift(aGift({ given }), ground)).toEqual({ code: 'fund_unusable', field: 'fundId-1' })
    expect(problemOfGift(aGift({ fundingSourceId: sampleId(20) }), ground)).toEqual({ code: 'gift_source_unusable', field: 'fundingSourceId' })
    expect(problemOfGift(aGift(), ground)).toBeNull()
  })
})

test('goods are booked at fair value without cash', () => {
  const gift = giftSchema.parse({
    ...aGift(), given: { form: 'goods', expenseAccountId: sampleId(5), fundId: null, fairValueYen: 30_000 }, details: { kind: 'in_kind', goods: '車いす 2台' },
  })
  expect(problemOfGift(gift, ground)).toBeNull()
  expect(entryOfGift(gift, ground, origin)).toMatchObject({ kind: 'transfer', description: '寄附金 物品 車いす 2台', postings: [{ amountYen: 30_000 }, { amountYen: -30_000, count: 1 }] })
})

test('a kind that was changed leaves nothing behind of the one before', () => {
  const details = donationDetailsSchema.parse({ kind: 'memorial', deceasedName: '髙橋 太郎', mournerName: '髙橋 一郎', relationship: '父', goods: '毛布', occasion: 'バザー' })
  expect(detailsOfKind(details)).toMatchObject({ deceasedName: '髙橋 太郎', goods: '', occasion: '' })
  expect(detailsOfKind({ ...details, kind: 'event' })).toMatchObject({ deceasedName: '', mournerName: '', relationship: '', occasion: 'バザー' })
})
