import { id } from '@sasaeai/domain/ids'
import { programUserId } from '@sasaeai/domain/user/program-user'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../deps.ts'
import { addUser } from './add-user.ts'
import { changeUserEmail } from './change-user-email.ts'
import { changeUserRole } from './change-user-role.ts'
import { disableUser } from './disable-user.ts'
import { enableUser } from './enable-user.ts'
import { exportUsers } from '../document/export-users.ts'
import { hashPassword, isPasswordOf } from './password-hash.ts'
import { resetPassword } from './reset-password.ts'
import { resetSecondFactor } from './reset-second-factor.ts'
import { listUsers } from './user-queries.ts'

const password = 'long enough to be safe'
let database: TestDatabase
let council: ACouncil
let administrator: Actor

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  administrator = council.actors.administrator
})
afterAll(() => database.drop())

beforeEach(async () => {
  const { prisma } = database.db
  await prisma.user.updateMany({ data: { disabledAt: null } })
  await prisma.user.updateMany({ where: { id: { not: administrator.userId }, role: 'administrator' }, data: { role: 'accountant' } })
  await prisma.user.update({ where: { id: administrator.userId }, data: { role: 'administrator' } })
})

async function add(email: string, role: 'administrator' | 'accountant' = 'accountant') {
  const added = await addUser(council.deps, administrator, { name: '山田 花子', email, role, password })
  if (!added.ok) throw new Error(added.code)
  return added.value.userId
}

function openSession(userId: string) {
  return database.db.prisma.session.create({
    data: { id: council.deps.newId(), token: council.deps.newId(), userId, expiresAt: new Date('2099-01-01') },
  })
}

async function eventsAbout(userId: string) {
  const events = await database.db.prisma.auditEvent.findMany({ where: { subjectId: userId }, orderBy: { id: 'asc' } })
  return events.map(({ action, before, after, reason, actorId }) => ({ action, before, after, reason, actorId }))
}

test('an added person has the first password as an argon2id hash, and the audit event holds no secret', async () => {
  const userId = await add('hanako@sasae.example')
  const credential = await database.db.prisma.credential.findFirstOrThrow({ where: { userId } })
  expect(credential.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await isPasswordOf(credential.password ?? '', password)).toBe(true)
  expect(await isPasswordOf(credential.password ?? '', `${password} `)).toBe(false)
  expect(await eventsAbout(userId)).toEqual([
    {
      action: 'user.add', actorId: administrator.userId, reason: '', before: null,
      after: { name: '山田 花子', email: 'hanako@sasae.example', role: 'accountant' },
    },
  ])
})

test('two people cannot have one e-mail address, even when they are added at the same moment', async () => {
  const input = { name: '同時', email: 'twice@sasae.example', role: 'auditor' as const, password }
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => addUser(council.deps, administrator, input)))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.filter(({ ok }) => !ok)[0]).toMatchObject({ code: 'email_taken', field: 'email', about: 'twice@sasae.example' })
})

test('the last administrator can neither step down nor be disabled', async () => {
  const other = council.actors.accountant
  expect(await changeUserRole(council.deps, administrator, { userId: administrator.userId, role: 'auditor' })).toMatchObject({
    ok: false, code: 'last_administrator',
  })
  expect(await disableUser(council.deps, other, { userId: administrator.userId, reason: '' })).toMatchObject({
    ok: false, code: 'last_administrator',
  })
})

test('of two administrators who step down at the same moment one stays', async () => {
  const second = await add('second-admin@sasae.example', 'administrator')
  const outcomes = await Promise.all([
    changeUserRole(council.deps, administrator, { userId: administrator.userId, role: 'accountant' }),
    changeUserRole(council.deps, administrator, { userId: second, role: 'accountant' }),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await database.db.prisma.user.count({ where: { role: 'administrator', disabledAt: null } })).toBe(1)
})

test('a role is changed with its before and after in the audit log', async () => {
  const userId = await add('role@sasae.example')
  expect(await changeUserRole(council.deps, administrator, { userId, role: 'auditor' })).toEqual({ ok: true, value: null })
  expect((await eventsAbout(userId)).at(-1)).toMatchObject({
    action: 'user.change_role', before: { role: 'accountant' }, after: { role: 'auditor' },
  })
})

test('a changed e-mail address ends the sessions and stands in the audit log; the same one again changes nothing', async () => {
  const userId = await add('maiden-name@sasae.example')
  await openSession(userId)
  const change = () => changeUserEmail(council.deps, administrator, { userId, email: 'married-name@sasae.example' })
  expect(await change()).toEqual({ ok: true, value: null })
  expect((await listUsers(database.db)).find((user) => user.id === userId)?.email).toBe('married-name@sasae.example')
  expect(await database.db.prisma.session.count({ where: { userId } })).toBe(0)
  expect(await change()).toEqual({ ok: true, value: null })
  expect((await eventsAbout(userId)).slice(1)).toEqual([
    {
      action: 'user.change_email', actorId: administrator.userId, reason: '',
      before: { email: 'maiden-name@sasae.example' }, after: { email: 'married-name@sasae.example' },
    },
  ])
})

test('of two people who are given one e-mail address at the same moment one gets it, and the other stays signed in', async () => {
  const ids = [await add('rival-a@sasae.example'), await add('rival-b@sasae.example')]
  await Promise.all(ids.map(openSession))
  const outcomes = await Promise.all(ids.map((userId) => changeUserEmail(council.deps, administrator, { userId, email: 'wanted@sasae.example' })))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ code: 'email_taken', field: 'email', about: 'wanted@sasae.example' })
  expect(await database.db.prisma.session.count({ where: { userId: { in: ids } } })).toBe(1)
})

test('disabling ends the sessions and says why; enabling lets the person in again; nobody disables themselves', async () => {
  const userId = await add('leaving@sasae.example')
  await openSession(userId)
  expect(await disableUser(council.deps, administrator, { userId, reason: '退職のため' })).toEqual({ ok: true, value: null })
  expect(await database.db.prisma.session.count({ where: { userId } })).toBe(0)
  expect((await eventsAbout(userId)).at(-1)).toMatchObject({ action: 'user.disable', reason: '退職のため' })
  expect((await listUsers(database.db)).find((user) => user.id === userId)?.isDisabled).toBe(true)
  const file = await exportUsers(council.deps, administrator, { format: 'csv' })
  const listed = file.ok ? Buffer.from(file.value.content, 'base64').toString('utf8').trimEnd().split('\r\n').slice(1) : []
  expect(listed).toHaveLength((await listUsers(database.db)).length)
  expect(listed.filter((line) => line.includes('利用停止')).map((line) => line.split(',').slice(1, 6))).toContainEqual(['leaving@sasae.example', '会計担当', '利用停止', 'なし', ''])
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'user_list.export' } })).toMatchObject({ actorId: administrator.userId, after: { rows: listed.length } })
  expect(await enableUser(council.deps, administrator, { userId, reason: '' })).toEqual({ ok: true, value: null })
  expect((await listUsers(database.db)).find((user) => user.id === userId)?.isDisabled).toBe(false)
  expect(await disableUser(council.deps, administrator, { userId: administrator.userId, reason: '' })).toMatchObject({ code: 'own_account' })
})

test('a reset password replaces the old one and ends the sessions', async () => {
  const userId = await add('forgot@sasae.example')
  await openSession(userId)
  await resetPassword(council.deps, administrator, { userId, password: 'a quite different one' })
  const credential = await database.db.prisma.credential.findFirstOrThrow({ where: { userId } })
  expect(await isPasswordOf(credential.password ?? '', 'a quite different one')).toBe(true)
  expect(await database.db.prisma.session.count({ where: { userId } })).toBe(0)
  expect(JSON.stringify(await eventsAbout(userId))).not.toMatch(/quite different|argon2/)
})

test('a reset second factor takes the authenticator and the passkeys away', async () => {
  const userId = await add('lost-phone@sasae.example')
  const { prisma } = database.db
  await prisma.user.update({ where: { id: userId }, data: { twoFactorEnabled: true } })
  await prisma.twoFactor.create({ data: { id: council.deps.newId(), userId, secret: 'x', backupCodes: 'y' } })
  await resetSecondFactor(council.deps, administrator, { userId, reason: '機種変更' })
  expect(await prisma.user.findUniqueOrThrow({ where: { id: userId }, select: { twoFactorEnabled: true, twoFactors: true } })).toEqual({
    twoFactorEnabled: false, twoFactors: [],
  })
  expect((await eventsAbout(userId)).at(-1)).toMatchObject({ action: 'user.reset_second_factor', reason: '機種変更' })
})

test('commands on somebody who does not exist are refused', async () => {
  const userId = id<'UserId'>(council.deps.newId())
  const act = { userId, reason: '' }
  expect(await changeUserRole(council.deps, administrator, { userId, role: 'auditor' })).toMatchObject({ code: 'user_not_found' })
  expect(await changeUserEmail(council.deps, administrator, { userId, email: 'x@sasae.example' })).toMatchObject({ code: 'user_not_found' })
  expect(await disableUser(council.deps, administrator, act)).toMatchObject({ code: 'user_not_found' })
  expect(await enableUser(council.deps, administrator, act)).toMatchObject({ code: 'user_not_found' })
  expect(await resetPassword(council.deps, administrator, { userId, password })).toMatchObject({ code: 'user_not_found' })
  expect(await resetSecondFactor(council.deps, administrator, act)).toMatchObject({ code: 'user_not_found' })
})

test('the program’s own hand is in no list of people, and nobody makes a person of it', async () => {
  expect(await database.db.prisma.user.count({ where: { id: programUserId, isProgram: true } })).toBe(1)
  expect(await listUsers(database.db)).not.toContainEqual(expect.objectContaining({ id: programUserId }))
  const { deps } = council
  const refused = { ok: false, code: 'user_not_found' }
  expect(await enableUser(deps, administrator, { userId: programUserId, reason: '試し' })).toMatchObject(refused)
  expect(await changeUserRole(deps, administrator, { userId: programUserId, role: 'administrator' })).toMatchObject(refused)
  expect(await changeUserEmail(deps, administrator, { userId: programUserId, email: 'somebody@sasae.example' })).toMatchObject(refused)
  expect(await resetPassword(deps, administrator, { userId: programUserId, password })).toMatchObject(refused)
})

test('what is no argon2id hash is nobody’s password', async () => {
  expect(await isPasswordOf('', password)).toBe(false)
  expect(await isPasswordOf('$2b$10$abcdefghijklmnopqrstuv', password)).toBe(false)
  expect(await hashPassword(password)).not.toBe(await hashPassword(password))
})
