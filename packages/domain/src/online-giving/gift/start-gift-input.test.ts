import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { yen } from '../../money/yen.ts'
import { amountOfGift } from './gift-amount.ts'
import { startGiftSchema } from './start-gift-input.ts'

const giver = { kind: 'person', name: '支援 花子', email: 'hanako@example.jp' } as const
const gift = { giftId: '01930000-0000-7000-8000-0000000000a1', slug: 'katsudo', visitId: '01930000-0000-7000-8000-0000000000a2', frequency: 'once', amountYen: 3000, giver, receiptWish: 'none' } as const

/** What is refused, by field; empty when nothing is. */
function problemsOf(input: unknown): Record<string, string> {
  const read = startGiftSchema.safeParse(input)
  return read.success ? {} : Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join('.'), message]))
}

test('a name and an e-mail address are enough for a gift without a receipt, and for one whose receipt is a PDF', () => {
  expect(problemsOf(gift)).toEqual({})
  expect(problemsOf({ ...gift, receiptWish: 'pdf' })).toEqual({})
})

test('a receipt on paper asks for the address that it goes to', () => {
  expect(problemsOf({ ...gift, receiptWish: 'paper' })).toEqual({
    'giver.postalCode': '領収書の郵送先の郵便番号を入力してください。例：830-0022',
    'giver.address': '領収書の郵送先の住所を入力してください。例：久留米市城南町15-5',
  })
  expect(problemsOf({ ...gift, receiptWish: 'paper', giver: { ...giver, postalCode: '〒８３０ー００２２', address: '久留米市城南町15-5' } })).toEqual({})
})

test('who stays anonymous gives an e-mail address only, whatever was typed on the way, and gets no receipt', () => {
  const anonymous = { kind: 'anonymous', name: '支援 花子', address: '久留米市', phone: '0942-34-3035', email: 'Hanako@Example.jp ' }
  expect(startGiftSchema.parse({ ...gift, giver: anonymous }).giver).toEqual({
    kind: 'anonymous', name: '', kana: '', contactPerson: '', postalCode: '', address: '', phone: '', email: 'hanako@example.jp',
  })
  expect(Object.keys(problemsOf({ ...gift, giver: anonymous, receiptWish: 'pdf' }))).toEqual(['receiptWish'])
  expect(Object.keys(problemsOf({ ...gift, giver: anonymous, consent: 'named' }))).toEqual(['consent'])
})

test('what is typed in any width is understood', () => {
  const typed = { ...giver, kind: 'organization', name: '株式会社　ささえ', kana: 'かぶしきがいしゃ ささえ', contactPerson: '会計 太郎', phone: '０９４２（３４）３０３５', email: 'ｋａｉｋｅｉ＠ｅｘａｍｐｌｅ．ｊｐ' }
  const read = startGiftSchema.parse({ ...gift, giver: typed, amountYen: '１０，０００円' })
  expect(read.amountYen).toBe(10_000)
  expect(read.giver).toMatchObject({ kana: 'カブシキガイシャ ササエ', phone: '0942(34)3035', email: 'kaikei@example.jp', contactPerson: '会計 太郎' })
  expect(read.giver.name).toBe('株式会社　ささえ')
  expect(startGiftSchema.parse({ ...gift, amountYen: null, units: '３口' }).units).toBe(3)
})

test('what is missing or cannot be understood is said at its field', () => {
  const problems = problemsOf({ ...gift, amountYen: '1万', giver: { kind: 'person', name: ' ', email: 'hanako' }, message: 'あ'.repeat(501) })
  expect(problems).toEqual({
    amountYen: '「千」「万」などは使わず、円単位の数字で入力してください。例：1万円は 10,000',
    'giver.email': 'メールアドレスの形で入力してください。例：hanako@example.jp',
    message: 'メッセージは500文字以内で入力してください。',
  })
  expect(problemsOf({ ...gift, giver: { kind: 'person', email: '' } })).toEqual({ 'giver.email': 'メールアドレスを入力してください。例：hanako@example.jp' })
  expect(problemsOf({ ...gift, giver: { ...giver, name: ' ' } })).toEqual({ 'giver.name': 'お名前を入力してください。例：支援 花子' })
  expect(problemsOf({ ...gift, amountYen: null })).toEqual({ amountYen: '金額を入力してください。例：1,000' })
})

test('a name never begins a line of its own in a mail', () => {
  fc.assert(fc.property(fc.string({ maxLength: 100 }), (name) => {
    const read = startGiftSchema.safeParse({ ...gift, giver: { ...giver, name, address: name } })
    if (read.success) expect(`${read.data.giver.name}${read.data.giver.address}`).not.toMatch(/\p{Cc}/u)
  }))
})

const bounds = { minimumYen: yen(500), maximumYen: yen(1_000_000) }
const dues = { unit: 'unit', unitYen: yen(300), fiscalYear: fiscalYear(2026) } as const

test('a gift lies between the smallest and the largest amount', () => {
  const outcomes = [499, 500, 1_000_000, 1_000_001].map((amount) => amountOfGift({ amountYen: yen(amount), units: null }, null, bounds))
  expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.amountYen : outcome.code))).toEqual(['gift_below_minimum', 500, 1_000_000, 'gift_above_maximum'])
})

test('dues are 口数 times what the year says, however little that is, and never an amount of the page', () => {
  expect(amountOfGift({ amountYen: null, units: 1 }, dues, bounds)).toEqual({ ok: true, value: { amountYen: 300, units: 1, duesYear: 2026 } })
  expect(amountOfGift({ amountYen: yen(1), units: 2 }, dues, bounds)).toMatchObject({ value: { amountYen: 600 } })
  expect(amountOfGift({ amountYen: yen(1), units: null }, dues, bounds)).toEqual({ ok: false, code: 'gift_amount_missing', field: 'units' })
  expect(amountOfGift({ amountYen: null, units: 9_999 }, dues, bounds)).toMatchObject({ code: 'gift_above_maximum', field: 'units' })
})

test('free dues keep to their own 下限', () => {
  const free = { ...dues, unit: 'free', unitYen: yen(1_000) } as const
  expect(amountOfGift({ amountYen: yen(999), units: null }, free, bounds)).toEqual({ ok: false, code: 'gift_below_minimum', field: 'amountYen', about: '1,000円' })
  expect(amountOfGift({ amountYen: yen(1_000), units: null }, free, bounds)).toMatchObject({ value: { amountYen: 1_000, units: null } })
})
