import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { publishResult } from '@sasaeai/api/community-chest/result/publish-result'
import { hashPassword } from '@sasaeai/api/user/password-hash'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
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
  await givePassword('administrator', 'admin@sasae.example')
  site = await open({})
})
afterAll(async () => {
  server.close()
  await database.drop()
})

async function givePassword(role: 'administrator', email: string) {
  const { userId } = council.actors[role]
  await database.db.prisma.user.update({ where: { id: userId }, data: { email } })
  await database.db.prisma.credential.create({
    data: { id: council.deps.newId(), accountId: userId, providerId: 'credential', userId, password: await hashPassword(password) },
  })
}

async function open(variables: Record<string, string>, db = database.db): Promise<string> {
  const app = createWebApplication({
    environment: readEnvironment(variables),
    deps: { ...council.deps, db },
    log: openLog('debug', { write: (line) => logged.push(line) }),
    readSecret: async () => 'a secret of at least thirty-two characters',
    isStopping: () => false,
  })
  const opened = createServer(app).listen(0, '127.0.0.1')
  await once(opened, 'listening')
  if (Object.keys(variables).length === 0 && db === database.db) server = opened
  else openServers.push(opened)
  const address = opened.address()
  return `http://localhost:${typeof address === 'object' ? address?.port : ''}`
}
const openServers: Server[] = []
afterAll(() => openServers.forEach((opened) => opened.close()))

function post(path: string, body: unknown, headers: Record<string, string> = { origin: site }) {
  return fetch(site + path, {
    method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body),
  })
}

async function signIn(): Promise<string> {
  const answer = await post('/auth/sign-in/email', { email: 'admin@sasae.example', password })
  return answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
}

test('pages forbid inline and foreign scripts, frames and plug-ins', async () => {
  const policy = (await fetch(`${site}/admin`)).headers.get('content-security-policy') ?? ''
  const directives = new Map(policy.split(';').map((directive) => [directive.split(' ', 1)[0], directive.split(' ').slice(1).join(' ')]))
  expect(directives.get('default-src')).toBe("'none'")
  expect(directives.get('script-src')).toBe("'self'")
  expect(directives.get('style-src')).toBe("'self'")
  expect(directives.get('frame-ancestors')).toBe("'none'")
  expect(directives.get('base-uri')).toBe("'none'")
  expect(policy).not.toMatch(/unsafe-eval|script-src-attr|\*|http:/)
})

test('a page lets go of the foreign page that opened it, and only of that', async () => {
  const opener = async (came: Record<string, string>) =>
    (await fetch(`${site}/admin/entries`, { headers: came })).headers.get('cross-origin-opener-policy')
  expect(await opener({ 'sec-fetch-site': 'cross-site' })).toBe('same-origin')
  expect(await opener({ 'sec-fetch-site': 'same-site' })).toBe('same-origin')
  expect(await opener({})).toBe('same-origin')
  expect(await opener({ 'sec-fetch-site': 'none' })).toBe(null)
  expect(await opener({ 'sec-fetch-site': 'same-origin' })).toBe(null)
  expect((await fetch(`${site}/admin/entries`)).headers.get('vary')).toMatch(/sec-fetch-site/)
})

test('a page of the admin has its shell at every address, and a missing script is no page', async () => {
  expect((await fetch(`${site}/admin/any/address`)).headers.get('content-type')).toMatch(/html/)
  const missing = await fetch(`${site}/admin/assets/gone-12345678.js`)
  expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8'])
  expect((await fetch(`${site}/no/such/page`)).status).toBe(404)
})

test('health answers always; readiness only while the database does', async () => {
  expect([(await fetch(`${site}/healthz`)).status, (await fetch(`${site}/readyz`)).status]).toEqual([200, 200])
  const broken = { ...database.db, pool: Object.assign(Object.create(database.db.pool), { query: () => Promise.reject(new Error('down')) }) }
  const lame = await open({}, broken)
  expect([(await fetch(`${lame}/healthz`)).status, (await fetch(`${lame}/readyz`)).status]).toEqual([200, 503])
})

test('signed in by cookie, the API knows who asks; without it, nobody', async () => {
  const cookie = await signIn()
  const me = await fetch(`${site}/trpc/user.me`, { headers: { cookie } })
  expect(await me.json()).toMatchObject({ result: { data: { role: 'administrator' } } })
  expect((await fetch(`${site}/trpc/user.me`)).status).toBe(401)
})

test('an answer is compressed, and whole, for a browser that reads it, and as it is for one that does not', async () => {
  const cookie = await signIn()
  const ask = async (encoding: string) => {
    const answer = await fetch(`${site}/trpc/area.list`, { headers: { cookie, 'accept-encoding': encoding } })
    const { headers } = answer
    return { encoding: headers.get('content-encoding'), length: headers.get('content-length'), varies: headers.get('vary'), text: await answer.text() }
  }
  const [plain, packed, zipped] = [await ask('identity'), await ask('gzip, br'), await ask('gzip')]
  expect([plain.encoding, packed.encoding, zipped.encoding]).toEqual([null, 'br', 'gzip'])
  expect(Number(packed.length)).toBeGreaterThan(0)
  expect(Number(packed.length)).toBeLessThan(Number(plain.length) / 2)
  expect(packed.varies).toMatch(/accept-encoding/i)
  expect([packed.text, zipped.text]).toEqual([plain.text, plain.text])
})

test('changes are taken only from pages of ours', async () => {
  const cookie = await signIn()
  const input = { userId: council.actors.auditor.userId, reason: '' }
  const status = async (headers: Record<string, string>) => (await post('/trpc/user.disable', input, { cookie, ...headers })).status
  expect(await status({})).toBe(403)
  expect(await status({ origin: 'https://evil.example' })).toBe(403)
  expect(await status({ origin: 'null' })).toBe(403)
  expect(await status({ origin: site, 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await status({ 'sec-fetch-site': 'same-site' })).toBe(403)
  expect(await status({ origin: site, 'sec-fetch-site': 'same-origin' })).toBe(200)
  expect((await post('/auth/sign-out', {}, { cookie, origin: 'https://evil.example' })).status).toBe(403)
  expect((await fetch(`${site}/trpc/user.me`, { headers: { cookie } })).status).toBe(200)
})

test('a name that somebody else could point at this machine is not believed; PUBLIC_URL is', async () => {
  const status = (at: string, host: string) =>
    new Promise<number>((resolve, reject) => {
      import('node:http').then(({ get }) => get(`${at}/admin`, { headers: { host } }, (answer) => resolve(answer.statusCode ?? 0)).on('error', reject), reject)
    })
  expect(await status(site, 'evil.example')).toBe(421)
  expect(await status(site, '127.0.0.1:8080')).toBe(200)
  const published = await open({ PUBLIC_URL: 'https://sasae.example' })
  expect(await status(published, 'whatever.the.proxy.says')).toBe(200)
  const secure = await fetch(`${published}/admin`)
  expect(secure.headers.get('strict-transport-security')).toMatch(/max-age=31536000/)
  const answer = await fetch(`${published}/auth/sign-in/email`, {
    method: 'POST', headers: { origin: 'https://sasae.example', 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'admin@sasae.example', password }),
  })
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-sasaeai\.session_token=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
})

test('a fault shows its number and nothing else, and the log tells where it was without a name', async () => {
  const cookie = await signIn()
  // Defined, not assigned: an assignment would go through to the client that the files after this one are lent as well.
  const user = { value: { findMany: () => Promise.reject(new Error('山田 花子 が見つかりません')) } }
  const broken = { ...database.db, prisma: Object.create(database.db.prisma, { user }) }
  const lame = await open({}, broken)
  const answer = await fetch(`${lame}/trpc/user.list`, { headers: { cookie } })
  const text = await answer.text()
  expect(answer.status).toBe(500)
  expect(text).toContain(answer.headers.get('x-request-id'))
  expect(text).not.toMatch(/山田|findMany|stack/)
  expect(logged.join('')).toContain('"procedure":"user.list"')
  expect(logged.join('')).not.toMatch(/山田/)
})

test('the log never holds what people typed', async () => {
  await post('/auth/sign-in/email', { email: 'somebody@sasae.example', password: 'typed in vain' })
  const search = encodeURIComponent(JSON.stringify({ text: '山田' }))
  await fetch(`${site}/trpc/audit.search?input=${search}`, { headers: { cookie: await signIn() } })
  expect(logged.join('')).not.toMatch(/somebody|typed in vain|session_token|山田|%E5%B1%B1/)
})

test('a body beyond all measure is refused in words', async () => {
  const answer = await post('/auth/sign-in/email', { email: 'x'.repeat(70_000), password })
  expect(answer.status).toBe(413)
  expect(await answer.json()).toMatchObject({ code: 'REFUSED' })
})

test('figures are answered with 304 while nothing was posted, in full afterwards, and never to a stranger', async () => {
  const path = `/trpc/fundingIndicator.dashboard?input=${encodeURIComponent('{"fiscalYear":2026}')}`
  const cookie = await signIn()
  const ask = (headers: Record<string, string>) => fetch(site + path, { headers })
  const first = await ask({ cookie })
  const tag = first.headers.get('etag') ?? ''
  expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
  expect((await ask({ cookie, 'if-none-match': tag })).status).toBe(304)
  expect((await ask({ 'if-none-match': tag })).status).toBe(401)
  await database.db.prisma.collectionMethod.updateMany({ data: { closedOn: new Date() } })
  expect((await ask({ cookie, 'if-none-match': tag })).status).toBe(200)
})

test('results of a drive are answered with 304 until a goal is saved', async () => {
  const cookie = await signIn()
  const input = encodeURIComponent(JSON.stringify({ fiscalYear: council.fiscalYear, drive: 'red_feather' }))
  const [campaignId, areaId, collectionMethodId] = [council.campaign('赤い羽根共同募金'), council.area('ささえ市'), council.method('街頭募金')]
  for (const [procedure, targetYen] of [['table', 1_000], ['days', 2_000]] as const) {
    const ask = (headers: Record<string, string>) => fetch(`${site}/trpc/communityChest.result.${procedure}?input=${input}`, { headers: { cookie, ...headers } })
    const first = await ask({})
    const tag = first.headers.get('etag') ?? ''
    expect(first.status).toBe(200)
    expect((await ask({ 'if-none-match': tag })).status).toBe(304)
    const key = { campaignId, areaId, collectionMethodId }
    await database.db.prisma.campaignGoal.upsert({ where: { campaignId_areaId_collectionMethodId: key }, create: { ...key, targetYen }, update: { targetYen } })
    const again = await ask({ 'if-none-match': tag })
    expect(again.status).toBe(200)
    expect(JSON.stringify(await again.json())).toContain(`"goalYen":${targetYen}`)
  }
})

test('published results are read by anybody, kept by caches and asked for again by their tag', async () => {
  const path = '/public/community-chest-results.json'
  const first = await fetch(site + path)
  expect([first.status, first.headers.get('content-type'), first.headers.get('cache-control')]).toEqual([200, 'application/json; charset=utf-8', 'public, max-age=300'])
  expect(first.headers.getSetCookie()).toEqual([])
  expect(await first.json()).toEqual({ council: 'ささえ市社会福祉協議会', results: [] })
  const tag = first.headers.get('etag') ?? ''
  expect((await fetch(site + path, { headers: { 'if-none-match': tag } })).status).toBe(304)
  const published = await publishResult(council.deps, council.actors.accountant, {
    campaignId: council.campaign('赤い羽根共同募金'), publishedOn: localDateInTokyo(new Date()),
  })
  expect(published).toMatchObject({ ok: true })
  const second = await fetch(site + path, { headers: { 'if-none-match': tag } })
  expect(second.status).toBe(200)
  expect(await second.json()).toMatchObject({ results: [{ campaign: '赤い羽根共同募金', collectedYen: 0 }] })
})
