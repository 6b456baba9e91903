import { expect, test } from 'vitest'
import { type Addressee, arrangeLabels } from './arrange-labels.ts'
import { addressLines } from './address-lines.ts'

const somebody: Addressee = {
  number: 1, kind: 'person', name: '支援 花子', kana: 'シエンハナコ', honorific: '', postalCode: '8300022', address: 'ささえ市城南町15-3', mailingName: '',
  mailingPostalCode: '', mailingAddress: '', wantsMail: true, isClosed: false, areaCode: '01',
}
const usual = { sortedBy: 'kana', joinsHouseholds: false, withUnwanted: false } as const
const namesOf = ({ labels }: ReturnType<typeof arrangeLabels>) => labels.map(({ names }) => names.map(({ name, honorific }) => `${name} ${honorific}`.trim()).join('／'))

test('post goes to the 送付先 where there is one, under the name that was given for it', () => {
  const { labels } = arrangeLabels([{ ...somebody, mailingName: '山田 一郎', mailingPostalCode: '1000001', mailingAddress: '東京都千代田区千代田1-1' }], usual)
  expect(labels).toMatchObject([{ postalCode: '100-0001', address: '東京都千代田区千代田1-1', names: [{ name: '山田 一郎', honorific: '様' }] }])
})

test('each has the 敬称 that was chosen or that the kind calls for, and nobody is 様 twice', () => {
  const labels = arrangeLabels([
    somebody,
    { ...somebody, number: 2, kana: 'シエン2', name: '株式会社ささえ', kind: 'organization' },
    { ...somebody, number: 3, kana: 'シエン3', name: '支援 先子', honorific: '先生' },
    { ...somebody, number: 4, kana: 'シエン4', mailingName: '長男 太郎様', mailingAddress: 'ささえ市北町1' },
  ], usual)
  expect(namesOf(labels).toSorted()).toEqual(['支援 先子 先生', '支援 花子 様', '株式会社ささえ 御中', '長男 太郎様'].toSorted())
})

test('who has no name, no address, is out of use or asked for no mail gets none, and it is said why', () => {
  const wanted = [
    { ...somebody, number: 1 },
    { ...somebody, number: 2, kind: 'anonymous' as const, name: '匿名' },
    { ...somebody, number: 3, address: '' },
    { ...somebody, number: 4, isClosed: true },
    { ...somebody, number: 5, wantsMail: false },
    { ...somebody, number: 6, address: '', mailingAddress: 'ささえ市北町1' },
  ]
  const { labels, leftOut } = arrangeLabels(wanted, usual)
  expect(labels.flatMap(({ numbers }) => numbers)).toEqual([1, 6])
  expect(leftOut.map(({ number, reason }) => [number, reason])).toEqual([[2, 'unnamed'], [3, 'no_address'], [4, 'closed'], [5, 'unwanted']])
  const all = arrangeLabels(wanted, { ...usual, withUnwanted: true })
  expect(all.labels.flatMap(({ numbers }) => numbers)).toEqual([1, 5, 6])
  expect(all.leftOut.map(({ number }) => number)).toEqual([2, 3, 4])
})

test('people of one address share a label, however its digits were typed; bodies and 送付先 by another name do not', () => {
  const together = arrangeLabels([
    somebody,
    { ...somebody, number: 2, name: '支援 太郎', kana: 'シエンタロウ', address: 'ささえ市城南町１５－３', postalCode: '' },
    { ...somebody, number: 3, name: '支援工業', kana: 'シエンコウギョウ', kind: 'organization' },
    { ...somebody, number: 4, name: '別の人', kana: 'ベツ', address: 'ささえ市城南町15-4' },
    { ...somebody, number: 5, name: '支援 三郎', kana: 'シエンサブロウ', mailingName: '気付の人', mailingAddress: 'ささえ市城南町15-3' },
  ], { ...usual, joinsHouseholds: true })
  expect(namesOf(together)).toEqual(['支援工業 御中', '気付の人 様', '支援 花子 様／支援 太郎 様', '別の人 様'])
  expect(together.labels[2]).toMatchObject({ numbers: [1, 2], postalCode: '830-0022' })
})

test('the fifth of an address gets another label', () => {
  const five = Array.from({ length: 5 }, (_, index) => ({ ...somebody, number: index + 1, kana: `シエン${index}` }))
  const { labels } = arrangeLabels(five, { ...usual, joinsHouseholds: true })
  expect(labels.map(({ names }) => names.length)).toEqual([4, 1])
})

test('labels come by postal code, area or reading, and what has none comes last', () => {
  const people = [
    { ...somebody, number: 1, kana: 'ウ', postalCode: '8300001', areaCode: null },
    { ...somebody, number: 2, kana: 'ア', postalCode: '', areaCode: '02' },
    { ...somebody, number: 3, kana: 'イ', postalCode: '8300002', areaCode: '01' },
  ]
  const numbersBy = (sortedBy: 'postal_code' | 'area' | 'kana') => arrangeLabels(people, { ...usual, sortedBy }).labels.flatMap(({ numbers }) => numbers)
  expect([numbersBy('postal_code'), numbersBy('area'), numbersBy('kana')]).toEqual([[1, 3, 2], [3, 2, 1], [2, 3, 1]])
})

test('an address is divided behind the number of the house, and loses nothing', () => {
  expect(addressLines('ささえ市城南町15-3　𠮷田ビル　5階')).toEqual({ first: 'ささえ市城南町15-3', second: '𠮷田ビル　5階' })
  expect(addressLines('福岡県 ささえ市 城南町15-3 ハイツ101')).toEqual({ first: '福岡県 ささえ市 城南町15-3', second: 'ハイツ101' })
  expect(addressLines('ささえ市城南町十五番地 吉田方')).toEqual({ first: 'ささえ市城南町十五番地', second: '吉田方' })
  expect(addressLines('ささえ市役所内 社協')).toEqual({ first: 'ささえ市役所内 社協', second: '' })
})
