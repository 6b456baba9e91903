import { expect, test } from 'vitest'
import { readEnvironment } from '../environment.ts'
import { StartUpRefusal } from '../start-up-refusal.ts'
import { mailSettingsOf } from './smtp-settings.ts'

const from = 'ささえ市社協 <info@example.jp>'

function refusalOf(variables: Record<string, string>): string {
  try {
    readEnvironment(variables)
  } catch (error) {
    if (error instanceof StartUpRefusal) return `${error.japanese}／${error.message}`
    throw error
  }
  return ''
}

test.each([
  ['smtp://mail.example.jp', { host: 'mail.example.jp', port: 587, isSecure: false, requiresTls: false, account: null }],
  ['smtps://me%40example.jp:p%3Aw@mail.example.jp', { port: 465, isSecure: true, account: { user: 'me@example.jp', password: 'p:w' } }],
  // A password does not cross a network in the clear.
  ['smtp://me:pw@mail.example.jp:2525', { port: 2525, isSecure: false, requiresTls: true }],
  ['smtp://me:pw@127.0.0.1:25', { requiresTls: false }],
])('%s is understood', (SMTP_URL, expected) => {
  expect(mailSettingsOf(readEnvironment({ SMTP_URL, MAIL_FROM: from }))).toMatchObject({ ...expected, sender: { name: 'ささえ市社協', address: 'info@example.jp' } })
})

test.each(['mail.example.jp', 'https://mail.example.jp', 'smtp://', 'smtp://me@mail.example.jp', 'smtp://me:pw@mail.example.jp/x', 'smtp://me:topsecret%@mail.example.jp'])('%s is refused, and never repeated', (SMTP_URL) => {
  const said = refusalOf({ SMTP_URL, MAIL_FROM: from })
  expect(said).toMatch(/^環境変数 SMTP_URL の形が正しくありません。.*／The environment variable SMTP_URL is not an address of a mail server/)
  expect(said).not.toContain('topsecret')
})

test('a sender is needed where mail is sent, and must be one address', () => {
  for (const MAIL_FROM of ['', 'ささえ市社協', 'a@b.jp, c@d.jp']) expect(refusalOf({ SMTP_URL: 'smtp://mail.example.jp', MAIL_FROM })).toMatch(/^環境変数 MAIL_FROM の/)
  expect(mailSettingsOf(readEnvironment({ MAIL_FROM: from }))).toBeNull()
  expect(mailSettingsOf(readEnvironment({}))).toBeNull()
})
