import { expect, test } from 'vitest'
import { yen } from '../../money/yen.ts'
import { acknowledgedWords, type GiftToAcknowledge } from './acknowledged-words.ts'

const gift: GiftToAcknowledge = { consent: 'named', supporterName: '髙橋 一郎', honorific: '様', printedName: '', kind: 'general', goods: '', amountYen: yen(10_000) }

test('a gift is printed as its giver agreed: by name, by another name, without the amount, or without any name', () => {
  expect(acknowledgedWords(gift)).toEqual({ name: '髙橋 一郎 様', given: '10,000円' })
  expect(acknowledgedWords({ ...gift, printedName: '故 髙橋太郎 ご遺族 様' })).toEqual({ name: '故 髙橋太郎 ご遺族 様', given: '10,000円' })
  expect(acknowledgedWords({ ...gift, consent: 'amount_hidden' })).toEqual({ name: '髙橋 一郎 様', given: '' })
  expect(acknowledgedWords({ ...gift, consent: 'anonymous', printedName: '髙橋' })).toEqual({ name: '匿名', given: '10,000円' })
  expect(acknowledgedWords({ ...gift, supporterName: null })).toEqual({ name: '匿名', given: '10,000円' })
})

test('goods are named, never priced', () => {
  expect(acknowledgedWords({ ...gift, kind: 'in_kind', goods: '車いす 2台' })).toEqual({ name: '髙橋 一郎 様', given: '車いす 2台' })
})
