import { createHash } from 'node:crypto'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { anOnlineGift } from '@sasaeai/testing/an-online-gift'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestSite, type TestSite } from './open-test-site.ts'

let database: TestDatabase
let council: ACouncil
let site: TestSite

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  site = await openTestSite(council, [])
})
afterAll(async () => {
  site.close()
  await database.drop()
})

const token = 'a-link-of-forty-three-characters-or-so-1234'

/** The link in a mail to somebody who has given. */
async function aLink(): Promise<void> {
  const { prisma } = database.db
  const gift = await anOnlineGift(council, { email: 'hanako@example.jp' })
  await prisma.onlineGift.update({ where: { id: gift }, data: { state: 'paid' }, select: { id: true } })
  const createdAt = council.deps.now()
  await prisma.giverLink.create({ data: { tokenHash: createHash('sha256').update(token).digest(), email: 'hanako@example.jp', createdAt, expiresAt: new Date(createdAt.getTime() + 60_000) } })
}

const post = (procedure: string, input: unknown, headers: Record<string, string> = {}) =>
  fetch(`${site.url}/trpc/${procedure}`, { method: 'POST', headers: { origin: site.url, 'content-type': 'application/json', ...headers }, body: JSON.stringify(input) })
const page = async (cookie: string) => (await fetch(`${site.url}/trpc/giving.page`, { headers: { cookie } })).text()

test('a link is used up by the button of its page and by nothing that only looks; the cookie is for this site alone, and goes', async () => {
  await aLink()
  const looked = await fetch(`${site.url}/trpc/giving.openLink?input=${encodeURIComponent(JSON.stringify({ token }))}`)
  expect(looked.status).toBe(405)
  const foreign = await post('giving.openLink', { token }, { origin: 'https://elsewhere.example' })
  expect(foreign.status).toBe(403)
  const opened = await post('giving.openLink', { token })
  const [cookie = ''] = opened.headers.getSetCookie()
  expect(cookie).toMatch(/^giver=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/)
  expect(await (await post('giving.openLink', { token })).text()).toContain('giver_link_over')
  const own = cookie.split(';', 1)[0] ?? ''
  expect(await page(own)).toContain('hanako@example.jp')
  expect([await page(''), await page('giver=another-cookie-of-some-forty-characters-12')]).toEqual(['{"result":{"data":null}}', '{"result":{"data":null}}'])
  const left = await post('giving.signOut', null, { cookie: own })
  expect(left.headers.getSetCookie()[0]).toMatch(/^giver=; Path=\/; Expires=Thu, 01 Jan 1970/)
  expect(await page(own)).toBe('{"result":{"data":null}}')
})

test('a receipt opens by a path that was shown, and by no other', async () => {
  for (const query of ['', '?until=9999999999999&token=x', '?until=1&token=']) {
    expect((await fetch(`${site.url}/gift-receipts/${council.deps.newId()}${query}`)).status).toBe(404)
  }
})
