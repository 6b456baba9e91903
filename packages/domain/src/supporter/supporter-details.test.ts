import { expect, test } from 'vitest'
import { supporterDetailsSchema } from './supporter-details.ts'

const person = { kind: 'person', name: '支援 花子' } as const

test('a name is kept as it is written, variant characters included', () => {
  expect(supporterDetailsSchema.parse({ ...person, name: ' 髙﨑 𠮷郎（ｼﾞｮｰ） ' }).name).toBe('髙﨑 𠮷郎（ｼﾞｮｰ）')
})

test('a person needs a name, someone unnamed is called 匿名', () => {
  expect(supporterDetailsSchema.safeParse({ ...person, name: '　' }).error?.issues).toMatchObject([
    { path: ['name'], message: '名前を入力してください。例：支援 花子' },
  ])
  expect(supporterDetailsSchema.parse({ kind: 'anonymous', name: '' }).name).toBe('匿名')
})

test('readings, postal codes and telephone numbers are taken in any width and come out in one form', () => {
  const typed = { ...person, kana: 'ささえ　ﾊﾅｺ', postalCode: '〒８３０－０００１', phone: '０９４２ー３４ー３０３５' }
  const details = supporterDetailsSchema.parse(typed)
  expect(details).toMatchObject({ kana: 'ササエ ハナコ', postalCode: '8300001', phone: '0942-34-3035' })
  expect(supporterDetailsSchema.parse(details)).toEqual(details)
})

test.each([
  ['kana', '支援', 'フリガナはカタカナで入力してください。例：ササエ ハナコ'],
  ['postalCode', '830', '郵便番号は7桁の数字で入力してください。例：830-0022'],
  ['email', 'hanako＠', 'メールアドレスの形で入力してください。例：hanako@example.jp'],
  ['phone', '34-3035', '電話番号は市外局番から入力してください。例：0942-34-3035'],
])('%s that cannot be read is answered with an example', (field, typed, message) => {
  expect(supporterDetailsSchema.safeParse({ ...person, [field]: typed }).error?.issues).toMatchObject([
    { path: [field], message },
  ])
})

test('somebody of whom only the name is known has every preference at its usual value', () => {
  expect(supporterDetailsSchema.parse(person)).toMatchObject({
    honorific: '', attribute: 'other', acknowledgment: null, wantsMail: true, receiptDelivery: 'paper', mailingAddress: '', email: '',
  })
  expect(supporterDetailsSchema.parse({ ...person, acknowledgment: '' }).acknowledgment).toBeNull()
  expect(supporterDetailsSchema.parse({ ...person, email: '　ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ' }).email).toBe('hanako@example.jp')
})

test('a name or postal code for post without an address is asked for the address', () => {
  expect(supporterDetailsSchema.safeParse({ ...person, mailingName: '長男 太郎' }).error?.issues).toMatchObject([{ path: ['mailingAddress'] }])
  expect(supporterDetailsSchema.safeParse({ ...person, mailingPostalCode: '830-0022' }).success).toBe(false)
  expect(supporterDetailsSchema.parse({ ...person, mailingName: '長男 太郎', mailingAddress: '福岡市1-1' }).mailingName).toBe('長男 太郎')
})
