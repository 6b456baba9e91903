import { expect, test } from 'vitest'
import { StartUpRefusal } from '../start-up-refusal.ts'
import { readPaymentKeys, refuseMisplacedKeys } from './payment-keys.ts'

const whole = { STRIPE_SECRET_KEY: 'sk_live_abc', STRIPE_WEBHOOK_SECRET: 'whsec_abc', STRIPE_SECRET_KEY_CHEST: ' rk_live_def ', STRIPE_WEBHOOK_SECRET_CHEST: 'whsec_def' }

/** What the person at the console reads. */
function refusalOf(attempt: () => unknown): string {
  try {
    attempt()
  } catch (error) {
    if (error instanceof StartUpRefusal) return error.japanese
    throw error
  }
  return ''
}

test('each payee has keys of its own, and those without a name are the council’s', () => {
  const keys = readPaymentKeys({ ...whole, PORT: '8080', STRIPE_SECRET_KEY_EMPTY: '' })
  expect([...keys]).toEqual([
    ['council', { secretKey: 'sk_live_abc', webhookSecret: 'whsec_abc', mode: 'live', variable: 'STRIPE_SECRET_KEY' }],
    ['chest', { secretKey: 'rk_live_def', webhookSecret: 'whsec_def', mode: 'live', variable: 'STRIPE_SECRET_KEY_CHEST' }],
  ])
  expect(readPaymentKeys({}).size).toBe(0)
})

test('a key that is none, and half of a pair, are refused by name and never by value', () => {
  const wrong = [
    { ...whole, STRIPE_SECRET_KEY: 'pk_live_secret' },
    { ...whole, STRIPE_SECRET_KEY: 'sk_demo_secret' },
    { STRIPE_SECRET_KEY: 'sk_live_secret' },
    { STRIPE_WEBHOOK_SECRET_CHEST: 'whsec_secret' },
  ]
  const told = wrong.map((variables) => refusalOf(() => readPaymentKeys(variables)))
  expect(told.map((sentence) => /STRIPE_\w+/.exec(sentence)?.[0])).toEqual(['STRIPE_SECRET_KEY', 'STRIPE_SECRET_KEY', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET_CHEST'])
  expect(told.join('')).not.toContain('secret')
})

test('a test key is refused beside a real council, and a live key beside a demo', () => {
  const live = readPaymentKeys(whole)
  const trial = readPaymentKeys({ STRIPE_SECRET_KEY: 'sk_test_abc', STRIPE_WEBHOOK_SECRET: 'whsec_abc' })
  expect(refusalOf(() => refuseMisplacedKeys(live, true))).toContain('本番の鍵ですが、この社協はデモです')
  expect(refusalOf(() => refuseMisplacedKeys(trial, false))).toContain('テスト用の鍵ですが、この社協はデモではありません')
  expect([refusalOf(() => refuseMisplacedKeys(live, false)), refusalOf(() => refuseMisplacedKeys(trial, true))]).toEqual(['', ''])
})
