import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { webhookApiVersion, webhookEventTypes } from '@sasaeai/domain/online-giving/settings/webhook-set-up'
import { expect, test } from 'vitest'
import { gatewayApiVersion } from '../read-event.ts'

const guide = path.join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'online-giving.md')
const types = /\b(?:checkout|payment_intent|charge|invoice|invoice_payment|customer|refund|payout)\.[a-z_.]*[a-z]/g

/** The kinds of events that the readers beside this file tell apart. */
async function readTypes(): Promise<string[]> {
  const readers = (await readdir(import.meta.dirname)).filter((file) => /^read-(?!.*\.test\.).*\.ts$/.test(file))
  const texts = await Promise.all(readers.map((file) => readFile(path.join(import.meta.dirname, file), 'utf8')))
  const quoted = texts.flatMap((text) => [...text.matchAll(/'([a-z_.]+)'/g)].map(([, word = '']) => word))
  return [...new Set(quoted.filter((word) => word.replace(types, '') === '' && word !== 'checkout.session' && word !== ''))].toSorted()
}

test('what the office is told to choose at the gateway is every kind of event that is read, in the version that is read', async () => {
  const read = await readTypes()
  expect(read.length).toBeGreaterThan(20)
  expect([...webhookEventTypes].toSorted()).toEqual(read)
  expect(webhookApiVersion).toBe(gatewayApiVersion)
  const words = await readFile(guide, 'utf8')
  expect([...new Set(words.match(types))].toSorted()).toEqual(read)
  expect(words).toContain(gatewayApiVersion)
})
