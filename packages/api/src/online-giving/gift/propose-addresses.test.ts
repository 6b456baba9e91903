import { parsePostalCode } from '@sasaeai/domain/text/postal-code'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { proposeAddresses } from './propose-addresses.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

function propose(typed: string, address = '203.0.113.9') {
  const postalCode = parsePostalCode(typed)
  if (postalCode === null) throw new Error(typed)
  return proposeAddresses(council.deps, { address, postalCode })
}

test('a postal code leads to how its addresses begin; one of very many to what they share, an unknown one to nothing', async () => {
  expect(await propose('830-0022')).toEqual(['福岡県久留米市城南町'])
  expect(await propose('000-0000')).toEqual([])
  const shared = await propose('452-0961')
  expect(shared).toHaveLength(1)
  expect(shared[0]).toMatch(/^愛知県清須市春日/)
})

test('who asks more often than anybody types is told nothing, and nobody else notices', async () => {
  const asked = await Promise.all(Array.from({ length: 61 }, () => propose('830-0022', '203.0.113.77')))
  expect(asked.filter((found) => found.length === 0)).toHaveLength(1)
  expect(await propose('830-0022', '203.0.113.78')).toHaveLength(1)
})
