import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { headerLine } from '../../text/header-line.ts'
import { isMailAddress, messageIdOf, readMailSender } from './mail-address.ts'

test.each(['hanako@example.jp', 'hanako.yamada+shakyo@mail.example.co.jp'])('%s is an address', (text) => {
  expect(isMailAddress(text)).toBe(true)
})

test.each([
  '', 'hanako', 'hanako@', 'a@b.jp,c@d.jp', 'a@b.jp; c@d.jp', 'Hanako <hanako@example.jp>', 'a@b.jp\r\nBcc: c@d.jp', 'a@b.jp\n', ' a@b.jp', '"a b"@c.jp', `${'a'.repeat(250)}@b.jp`,
])('%j is none', (text) => {
  expect(isMailAddress(text)).toBe(false)
})

test('whatever is typed, a header stays one line', () => {
  fc.assert(fc.property(fc.string({ unit: fc.oneof(fc.constantFrom('\r', '\n', '\0', '\u0085', '\u2028', 'あ', ':', ' '), fc.string({ minLength: 1, maxLength: 1 })) }), (text) => {
    // oxlint-disable-next-line no-control-regex -- They are what must not be there.
    expect(headerLine(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/)
  }))
  expect(headerLine('領収書\r\nBcc: all@example.jp')).toBe('領収書 Bcc: all@example.jp')
})

test('a sender is an address, with a name or without', () => {
  expect(readMailSender('info@example.jp')).toEqual({ name: '', address: 'info@example.jp' })
  expect(readMailSender('"ささえ市社協" <info@example.jp>')).toEqual({ name: 'ささえ市社協', address: 'info@example.jp' })
  for (const wrong of ['ささえ市社協', 'a@b.jp, c@d.jp', 'x <a@b.jp> y', 'a\r\nBcc: c@d.jp <a@b.jp>', '<>']) expect(readMailSender(wrong)).toBeNull()
})

test('a Message-ID is made of the mail and the council’s domain', () => {
  expect(messageIdOf('01900000-0000-7000-8000-000000000001', 'info@sasae.example')).toBe('<01900000-0000-7000-8000-000000000001@sasae.example>')
  expect(messageIdOf('01900000-0000-7000-8000-000000000001', '')).toBe('<01900000-0000-7000-8000-000000000001@sasaeai.invalid>')
})
