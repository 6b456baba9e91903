import type { Deps } from '@sasaeai/api/deps'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestSite, type TestSite } from './open-test-site.ts'

let database: TestDatabase
let council: ACouncil
let site: TestSite

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db, { now: new Date() })
  site = await openTestSite(council, [])
})
afterAll(async () => {
  site.close()
  await database.drop()
})

const read = (address: string, cookie = '') => fetch(`${site.url}${address}`, { headers: { cookie } })

test("the council's page stands there before any script has come, with its name as its title", async () => {
  const answer = await read('/')
  const page = await answer.text()
  const { name } = await database.db.prisma.council.findFirstOrThrow()
  expect(answer.headers.get('cache-control')).toBe('no-cache')
  expect(page).toContain('<html lang="ja">')
  expect(page).toContain(`<title>${name}</title>`)
  expect(page).toMatch(/<h1[^>]*>支え合う気持ちを、このまちの力に。<\/h1>/)
})

test('it speaks the language of the address, else the one that was chosen before, and says which', async () => {
  const [english, easy] = await Promise.all([read('/?lang=en').then((answer) => answer.text()), read('/', 'giving_language=easy').then((answer) => answer.text())])
  expect(english).toContain('<html lang="en">')
  expect(english).toContain('Your gift helps our neighbours.')
  expect(easy).toContain('<html lang="ja">')
  expect(easy).toContain('<ruby>寄附<rp>（</rp><rt>きふ</rt><rp>）</rp></ruby>')
})

test('what a council writes is text and nothing else, also where it tells the page what to show', async () => {
  await database.db.prisma.givingSettings.update({ where: { id: 1 }, data: { refundPolicy: "返金は$&まで</script><script>alert('1')</script>" } })
  const page = await (await read('/refunds')).text()
  expect(page).toContain('返金は$&amp;まで&lt;/script&gt;')
  expect(page.match(/<\/script>/g)?.length).toBe(2)
})

test('a short link leads to the page that it is for, and is kept by nobody on the way', async () => {
  await aLink('himawari1')
  const answer = await fetch(`${site.url}/g/himawari1?lang=en`, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location'), answer.headers.get('cache-control')]).toEqual([302, '/give/katsudo?lang=en&link=himawari1', 'no-store'])
})

test('a short link that has ended, or that nobody made, says so and leads on to the front page', async () => {
  await aLink('owari0001', { closedOn: new Date('2026-01-01') })
  for (const code of ['owari0001', 'nobody123', 'NoCode', '%E2%98%83']) {
    const answer = await fetch(`${site.url}/g/${code}`, { redirect: 'manual' })
    const page = await answer.text()
    expect([code, answer.status]).toEqual([code, 404])
    expect(page).toMatch(/<h1[^>]*>ページが見つかりません<\/h1>/)
    expect(page).toContain('受付が終わった可能性があります')
  }
})

test('a page that cannot be drawn is left to the browser to draw; a path that is no page of the site is not one', async () => {
  const silent: Deps['db'] = { ...database.db, pool: Object.create(database.db.pool, { query: { value: async () => { throw new Error('nobody answers') } } }) }
  const withoutBooks = await openTestSite({ ...council, deps: { ...council.deps, db: silent } }, [])
  try {
    for (const [path, status] of [['/', 200], ['/legal', 200], ['/give/katsudo', 200], ['/my', 200], ['/g/himawari1', 503], ['/nothing-here', 404]] as const) {
      const answer = await fetch(`${withoutBooks.url}${path}`)
      expect([path, answer.status, (await answer.text()).includes('<div id="root"></div>')]).toEqual([path, status, status !== 404])
    }
  } finally {
    withoutBooks.close()
  }
  expect((await read('/nothing-here')).status).toBe(404)
})

async function aLink(code: string, { closedOn = null }: { closedOn?: Date | null } = {}) {
  await database.db.prisma.givingLink.create({ data: { id: council.deps.newId(), code, label: '回覧板', targetId: council.givingTarget('katsudo'), amountYen: 3_000n, closedOn } })
}
