import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '../../calendar/local-date.ts'
import { sampleId } from '../../intake/sample-ground.ts'
import { giftSchema } from './gift-input.ts'
import { firstGift, nextGift, readTypedGift, remainderOfShares, type TypedGift, typedOfGift } from './typed-gift.ts'

const context = { today: localDate('2026-11-21') }
const first = firstGift('sheet', { today: context.today, cashAccountId: sampleId(1), fundingSourceId: sampleId(40), expenseAccountId: sampleId(5) })
const typed = (change: Partial<TypedGift>): TypedGift => ({ ...first, ...change })
const fund = (number: number) => sampleId<'FundId'>(200 + number)

describe('a gift as it is typed', () => {
  test('to one purpose gets everything without its amount being typed', () => {
    const reading = readTypedGift(typed({ amountYen: '１０，０００円', shares: [{ fundId: fund(1), amountYen: '' }] }), context)
    expect(reading).toMatchObject({ ok: true, gift: { receivedOn: '2026-11-21', supporterId: null, given: { shares: [{ fundId: fund(1), amountYen: 10_000 }] } } })
  })

  test('is read only when its purposes add up to what was given, and says what is left', () => {
    const shares = [{ fundId: fund(1), amountYen: '6,000' }, { fundId: fund(2), amountYen: '3,000' }]
    expect(remainderOfShares({ amountYen: '10000', shares })).toBe(1_000)
    expect(readTypedGift(typed({ amountYen: '10000', shares }), context)).toEqual({
      ok: false, problems: [{ fieldId: 'amountYen-1', message: '使いみちごとの金額の合計が、いただいた10,000円と合いません（残り 1,000円）。' }],
    })
    expect(readTypedGift(typed({ amountYen: '9000', shares }), context)).toMatchObject({ ok: true })
  })

  test('names every field at fault, the same purpose twice among them', () => {
    const wrong = typed({ receivedOn: 'きのう？', amountYen: 'x', cashAccountId: '', fundingSourceId: '' })
    const reading = readTypedGift(wrong, context)
    expect(reading.ok ? [] : reading.problems.map(({ fieldId }) => fieldId)).toEqual(['receivedOn', 'amountYen', 'cashAccountId', 'fundingSourceId'])
    const twice = readTypedGift(typed({ amountYen: '2', shares: [{ fundId: fund(1), amountYen: '1' }, { fundId: fund(1), amountYen: '1' }] }), context)
    expect(twice).toMatchObject({ ok: false, problems: [{ fieldId: 'fundId-0', message: expect.stringContaining('同じ使いみち') }] })
  })

  test('that was booked and opened again is the same gift', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 6 }), fc.constantFrom('general', 'memorial', 'in_kind'), (amounts, kind) => {
        const given = kind === 'in_kind'
          ? { form: 'goods', expenseAccountId: sampleId(5), fundId: fund(1), fairValueYen: amounts[0] }
          : { form: 'money', cashAccountId: sampleId(1), shares: amounts.map((amountYen, place) => ({ fundId: place === 0 ? null : fund(place), amountYen })) }
        const details = { kind, goods: kind === 'in_kind' ? '米 30kg' : '', deceasedName: kind === 'memorial' ? '髙橋 太郎' : '', consent: 'amount_hidden' }
        const gift = giftSchema.parse({ receivedOn: context.today, supporterId: sampleId(801), fundingSourceId: sampleId(40), given, details })
        expect(readTypedGift(typedOfGift(gift, { supporterLabel: '髙橋' }), context)).toEqual({ ok: true, gift })
      }),
    )
  })

  test('leaves the next sheet the day and the accounts, and nothing of the giver', () => {
    const last = typed({ supporterId: sampleId(801), deceasedName: '髙橋 太郎', consent: 'named', staff: '山田', amountYen: '1' })
    expect(nextGift('next', last)).toEqual({ ...first, giftId: 'next', staff: '山田' })
  })
})
