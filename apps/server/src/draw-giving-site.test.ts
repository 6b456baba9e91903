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
}, 60_000)
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

test('a path that is no page of the site is not one', async () => {
  expect((await read('/nothing-here')).status).toBe(404)
})
