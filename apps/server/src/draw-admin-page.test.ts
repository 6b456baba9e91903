import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { hashPassword } from '@sasaeai/api/user/password-hash'
import { yen } from '@sasaeai/domain/money/yen'
import type { Role } from '@sasaeai/domain/user/role'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEnvironment } from './environment.ts'
import { openLog } from './request-log.ts'
import { createWebApplication } from './web-application.ts'

const password = 'a password for tests'
let database: TestDatabase
let council: ACouncil
let server: Server
let site: string
const logged: string[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db, { now: new Date() })
  await givePassword('accountant')
  await givePassword('auditor')
  await bookSlip(council, aSlip(council, { amountYen: yen(4_321), note: '</script><b>太字</b>' }))
  const app = createWebApplication({
    environment: readEnvironment({}),
    deps: council.deps,
    log: openLog('debug', { write: (line) => logged.push(line) }),
    readSecret: async () => 'a secret of at least thirty-two characters',
    isStopping: () => false,
  })
  server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  site = `http://localhost:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(async () => {
  server.close()
  await database.drop()
})

async function givePassword(role: Role) {
  const { userId } = council.actors[role]
  await database.db.prisma.credential.create({
    data: { id: council.deps.newId(), accountId: userId, providerId: 'credential', userId, password: await hashPassword(password) },
  })
}

async function signIn(role: Role): Promise<string> {
  const answer = await fetch(`${site}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site },
    body: JSON.stringify({ email: `${role}@example.jp`, password }),
  })
  return answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
}

const list = (cookie: string, search = '') => fetch(`${site}/admin/entries${search}`, { headers: { cookie } })

test('the list of postings comes with its rows in it, kept by nobody, and brings no script along that our policy forbids', async () => {
  const answer = await list(await signIn('accountant'))
  const page = await answer.text()
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(page).toMatch(/<td[^>]*data-label="金額"[^>]*><span>4,321<\/span><\/td>/)
  expect(page).toContain('<html data-density="compact" lang="ja">')
  const scripts = [...page.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
  expect(scripts).toEqual(['<script type="application/json" id="page-answers">', expect.stringMatching(/ src="\/admin\/assets\/wake-[\w-]+\.js"/)])
})

test('what people typed cannot end the block of answers, nor become a tag', async () => {
  const page = await (await list(await signIn('accountant'))).text()
  expect(page).not.toContain('<b>太字')
  const block = /id="page-answers">([^<]*)<\/script>/.exec(page)?.[1] ?? ''
  expect(JSON.stringify(JSON.parse(block))).toContain('</script><b>太字</b>')
})

test('people who ask at the same time each get a page of their own', async () => {
  const cookies = { accountant: await signIn('accountant'), auditor: await signIn('auditor') }
  const asked = Array.from({ length: 6 }, () => ['accountant', 'auditor'] as const).flat()
  const pages = await Promise.all(asked.map(async (role) => (await list(cookies[role])).text()))
  const [ours, theirs] = [council.actors.accountant.name, council.actors.auditor.name]
  expect(pages.map((page) => [page.includes(ours), page.includes(theirs)])).toEqual(asked.map((role) => [role === 'accountant', role === 'auditor']))
})

test('the rows are those that the address asks for', async () => {
  const cookie = await signIn('accountant')
  expect(await (await list(cookie, '?minYen=4000&maxYen=4500')).text()).toContain('<span>4,321</span>')
  expect(await (await list(cookie, '?minYen=5000')).text()).toContain('当てはまる明細はありません')
})

test('lines stand as closely as this browser has chosen', async () => {
  const page = await (await list(`${await signIn('accountant')}; density=comfortable`)).text()
  expect(page).toContain('<html data-density="comfortable" lang="ja">')
  expect(page).toMatch(/<input[^>]*checked=""[^>]*value="comfortable"|<input[^>]*value="comfortable"[^>]*checked=""/)
})

test.each([
  ['somebody who is not signed in', 'sasaeai.session_token=long.gone', ''],
  ['an address that the router would write in another way', 'accountant', '?areaId=nowhere'],
])('%s gets the page without rows, which finds out by itself', async (_who, who, search) => {
  const cookie = who === 'accountant' ? await signIn(who) : who
  const page = await (await list(cookie, search)).text()
  expect(page).toContain('<div id="root"></div>')
  expect(page).toMatch(/<script type="module"[^>]* src="\/admin\/assets\/index-/)
  expect(page).not.toMatch(/page-answers|4,321/)
})
