import { createHmac } from 'node:crypto'
import type { UserId } from '@sasaeai/domain/ids'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { answerAuthRequest } from './answer-auth-request.ts'
import { waitBefore } from './auth-limits.ts'
import { changeUserEmail } from './change-user-email.ts'
import { clientAddressHeader } from './client-address.ts'
import { disableUser } from './disable-user.ts'
import { hashPassword } from './password-hash.ts'
import { resolveActor } from './resolve-actor.ts'
import { sessionCookieIn } from './session-cookie.ts'

const origin = 'http://localhost:8080'
const secret = 'a-secret-that-is-only-for-these-tests-0123456789'
const password = 'correct horse battery'
const email = 'uketsuke@sasae.example'
const enrolmentSchema = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) })
let database: TestDatabase
let council: ACouncil
let userId: UserId

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db, { now: new Date() })
  userId = council.actors.receptionist.userId
  await database.db.prisma.user.update({ where: { id: userId }, data: { email } })
})
afterAll(() => database.drop())

beforeEach(async () => {
  const { prisma } = database.db
  await prisma.rateLimit.deleteMany()
  await prisma.session.deleteMany()
  await prisma.twoFactor.deleteMany()
  await prisma.credential.deleteMany()
  await prisma.user.update({ where: { id: userId }, data: { disabledAt: null, twoFactorEnabled: false } })
  await prisma.credential.create({
    data: { id: council.deps.newId(), accountId: userId, providerId: 'credential', userId, password: await hashPassword(password) },
  })
})

interface Sent {
  readonly cookies?: string
  readonly from?: string
}

function send(path: string, body: unknown, { cookies, from = origin }: Sent = {}): Promise<Response> {
  const headers = new Headers({ origin: from, 'content-type': 'application/json', [clientAddressHeader]: '192.0.2.7' })
  if (cookies !== undefined) headers.set('cookie', cookies)
  const request = new Request(`${from}/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return answerAuthRequest(council.deps, { secret, origin: from }, request)
}

function cookiesOf(...responses: Response[]): string {
  return responses.flatMap((response) => response.headers.getSetCookie()).map((cookie) => cookie.split(';', 1)[0]).join('; ')
}

function whoIs(cookies: string) {
  const cookie = sessionCookieIn(cookies, false)
  return cookie === undefined ? null : resolveActor(council.deps, secret, cookie)
}

async function lastEvent() {
  const event = await database.db.prisma.auditEvent.findFirst({
    where: { subjectId: userId }, orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return event === null ? null : { action: event.action, after: event.after, reason: event.reason, actorId: event.actorId }
}

/** RFC 6238 with the defaults of authenticator apps. */
function totp(base32: string): string {
  const bits = [...base32.replace(/=+$/, '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0xf
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('the right password opens a session, and the audit log says so', async () => {
  const answer = await send('/sign-in/email', { email, password })
  expect(answer.status).toBe(200)
  const signedIn = await whoIs(cookiesOf(answer))
  expect(signedIn?.actor).toMatchObject({ userId, role: 'receptionist' })
  expect(await lastEvent()).toEqual({ action: 'user.sign_in', after: { proof: 'password' }, reason: '', actorId: userId })
})

test('over http the cookie is HttpOnly and Lax; over https it is bound to the host and Secure', async () => {
  const [plain = ''] = (await send('/sign-in/email', { email, password })).headers.getSetCookie()
  expect(plain).toMatch(/^sasaeai\.session_token=/)
  expect(plain).toMatch(/Path=\/; HttpOnly; SameSite=Lax/)
  expect(plain).not.toMatch(/Secure|Domain/)
  const [secure = ''] = (await send('/sign-in/email', { email, password }, { from: 'https://sasae.example' })).headers.getSetCookie()
  expect(secure).toMatch(/^__Host-sasaeai\.session_token=/)
  expect(secure).toMatch(/Secure/)
  expect(secure).not.toMatch(/Domain/)
})

test('a wrong password and an unknown address get the same answer, and no session', async () => {
  const wrong = await send('/sign-in/email', { email, password: 'wrong password here' })
  const unknown = await send('/sign-in/email', { email: 'nobody@sasae.example', password })
  expect([wrong.status, unknown.status]).toEqual([401, 401])
  expect(await wrong.text()).toBe(await unknown.text())
  expect(await database.db.prisma.session.count()).toBe(0)
  expect(await lastEvent()).toMatchObject({ action: 'user.sign_in_refused', reason: 'INVALID_EMAIL_OR_PASSWORD', actorId: null })
})

test('what was typed into a refused sign-in is written nowhere', async () => {
  await send('/sign-in/email', { email: 'my-secret-password@typed.in.the.wrong.field', password: 'another typed secret' })
  const events = JSON.stringify(await database.db.prisma.auditEvent.findMany())
  expect(events).not.toMatch(/my-secret|another typed/)
})

test('after a change of address the new one opens the door and the old one does not', async () => {
  const open = await send('/sign-in/email', { email, password })
  await changeUserEmail(council.deps, council.actors.administrator, { userId, email: 'new@sasae.example' })
  expect(await whoIs(cookiesOf(open))).toBeNull()
  expect((await send('/sign-in/email', { email, password })).status).toBe(401)
  expect((await send('/sign-in/email', { email: 'New@sasae.example', password })).status).toBe(200)
  await changeUserEmail(council.deps, council.actors.administrator, { userId, email })
})

test('after ten wrong passwords even the right one has to wait, whatever the case of the address', async () => {
  const guesses = await Promise.all(Array.from({ length: 10 }, () => send('/sign-in/email', { email, password: 'guess number n' })))
  expect(guesses.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 401))
  expect((await send('/sign-in/email', { email: email.toUpperCase(), password })).status).toBe(429)
})

test('a success forgets the failures before it', async () => {
  for (let guess = 0; guess < 9; guess += 1) await send('/sign-in/email', { email, password: 'guess number n' })
  expect((await send('/sign-in/email', { email, password })).status).toBe(200)
  expect((await send('/sign-in/email', { email, password: 'guess number n' })).status).toBe(401)
})

test('one address cannot try one password on everybody', async () => {
  // What the first 58 tries count, without the hashing that each would cost.
  const counted = Array.from({ length: 58 }, (_, person) =>
    waitBefore(council.deps, { path: '/sign-in/email', address: '192.0.2.7', email: `person${person}@sasae.example` }),
  )
  expect(new Set(await Promise.all(counted))).toEqual(new Set([undefined]))
  const tries = []
  for (let person = 58; person < 62; person += 1) {
    tries.push((await send('/sign-in/email', { email: `person${person}@sasae.example`, password: 'spring2026!!' })).status)
  }
  expect(tries).toEqual([401, 401, 429, 429])
})

test('nobody can sign up, and nothing of the sign-in service is open that the product does not use', async () => {
  for (const path of ['/sign-up/email', '/update-user', '/delete-user', '/list-sessions', '/two-factor/send-otp', '/get-session']) {
    expect((await send(path, { email: 'new@sasae.example', password, name: '新人' })).status).toBe(404)
  }
})

test('a disabled person is refused with the right password, and their open session ends', async () => {
  const cookies = cookiesOf(await send('/sign-in/email', { email, password }))
  expect(await whoIs(cookies)).not.toBeNull()
  await disableUser(council.deps, council.actors.administrator, { userId: council.actors.receptionist.userId, reason: '退職' })
  expect(await whoIs(cookies)).toBeNull()
  const answer = await send('/sign-in/email', { email, password })
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({ code: 'USER_DISABLED' })
  expect(answer.headers.getSetCookie()).toEqual([])
})

test('signing out ends the session at once', async () => {
  const cookies = cookiesOf(await send('/sign-in/email', { email, password }))
  expect(await whoIs(cookies)).not.toBeNull()
  expect((await send('/sign-out', {}, { cookies })).status).toBe(200)
  expect(await whoIs(cookies)).toBeNull()
  expect((await lastEvent())?.action).toBe('user.sign_out')
})

test('a cookie with another signature is nobody', async () => {
  const cookies = cookiesOf(await send('/sign-in/email', { email, password }))
  const [name, value = ''] = cookies.split('=')
  const token = decodeURIComponent(value).split('.')[0]
  const forged = createHmac('sha256', 'another secret').update(String(token)).digest('base64')
  expect(await whoIs(`${name}=${encodeURIComponent(`${token}.${forged}`)}`)).toBeNull()
})

test('a request from another origin changes nothing', async () => {
  const cookies = cookiesOf(await send('/sign-in/email', { email, password }))
  const headers = { origin: 'https://evil.example', cookie: cookies, 'content-type': 'application/json' }
  const request = new Request(`${origin}/auth/sign-out`, { method: 'POST', headers, body: '{}' })
  expect((await answerAuthRequest(council.deps, { secret, origin }, request)).status).toBe(403)
  expect(await whoIs(cookies)).not.toBeNull()
})

test('changing the password proves the old one and signs out everywhere else', async () => {
  const here = cookiesOf(await send('/sign-in/email', { email, password }))
  const elsewhere = cookiesOf(await send('/sign-in/email', { email, password }))
  expect(await whoIs(elsewhere)).not.toBeNull()
  const change = { newPassword: 'a newer, longer password', revokeOtherSessions: true }
  expect((await send('/change-password', { ...change, currentPassword: 'not this one' }, { cookies: here })).status).toBe(400)
  const changed = await send('/change-password', { ...change, currentPassword: password }, { cookies: here })
  expect(changed.status).toBe(200)
  expect(await whoIs(elsewhere)).toBeNull()
  expect(await whoIs(cookiesOf(changed))).not.toBeNull()
  expect((await lastEvent())?.action).toBe('user.change_password')
  expect((await send('/sign-in/email', { email, password })).status).toBe(401)
})

test('with a second factor the password alone opens nothing; the code does; each recovery code does once', async () => {
  const first = cookiesOf(await send('/sign-in/email', { email, password }))
  const answer = await send('/two-factor/enable', { password }, { cookies: first })
  const enrolment = enrolmentSchema.parse(await answer.json())
  const key = new URL(enrolment.totpURI).searchParams.get('secret') ?? ''
  expect((await send('/two-factor/verify-totp', { code: totp(key) }, { cookies: first })).status).toBe(200)
  expect((await lastEvent())?.action).toBe('user.enable_second_factor')

  const halfway = await send('/sign-in/email', { email, password })
  expect(await halfway.json()).toMatchObject({ twoFactorRedirect: true })
  expect(await whoIs(cookiesOf(halfway))).toBeNull()
  const wrong = await send('/two-factor/verify-totp', { code: '000000' }, { cookies: cookiesOf(halfway) })
  expect(wrong.status).toBe(401)
  expect(await lastEvent()).toMatchObject({ action: 'user.sign_in_refused', after: { proof: 'totp' }, reason: 'INVALID_CODE' })
  const entered = await send('/two-factor/verify-totp', { code: totp(key) }, { cookies: cookiesOf(halfway) })
  expect((await whoIs(cookiesOf(entered)))?.actor.userId).toBe(userId)
  expect(await lastEvent()).toMatchObject({ action: 'user.sign_in', after: { proof: 'totp' } })

  const [code] = enrolment.backupCodes
  const useRecoveryCode = async () => {
    const cookies = cookiesOf(await send('/sign-in/email', { email, password }))
    return send('/two-factor/verify-backup-code', { code }, { cookies })
  }
  expect((await useRecoveryCode()).status).toBe(200)
  expect((await useRecoveryCode()).status).toBe(401)
})
