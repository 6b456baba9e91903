import { aCouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestSite, type TestSite } from './open-test-site.ts'

let database: TestDatabase
let site: TestSite

beforeAll(async () => {
  database = await createTestDatabase()
  site = await openTestSite(await aCouncil(database.db), [])
})
afterAll(async () => {
  site.close()
  await database.drop()
})

test('pages of others may load the script and the totals; neither leaves a cookie', async () => {
  for (const [path, type] of [['/widget.js', /javascript/], ['/public/totals.json', /json/]] as const) {
    const answer = await fetch(`${site.url}${path}`, { headers: { origin: 'https://shakyo.example', 'sec-fetch-site': 'cross-site' } })
    expect([path, answer.status]).toEqual([path, 200])
    expect(answer.headers.get('content-type')).toMatch(type)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answer.headers.get('set-cookie')).toBeNull()
  }
})

test('totals that are known already are not sent again', async () => {
  const first = await fetch(`${site.url}/public/totals.json`)
  const again = await fetch(`${site.url}/public/totals.json`, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
  expect(again.status).toBe(304)
})
