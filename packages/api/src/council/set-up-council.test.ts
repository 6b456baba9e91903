import { randomBytes } from 'node:crypto'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { setUpInputSchema } from '@sasaeai/domain/council/set-up-input'
import { uuidV7 } from '@sasaeai/domain/uuid-v7'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../deps.ts'
import { setUpCouncil } from './set-up-council.ts'
import { readFrontDoor } from './set-up-queries.ts'

let database: TestDatabase
let deps: Deps

beforeAll(async () => {
  database = await createTestDatabase('empty')
  const now = () => new Date('2026-11-21T01:00:00Z')
  deps = { db: database.db, now, newId: () => uuidV7(now().getTime(), randomBytes(10)) }
})
afterAll(() => database.drop())

function input(name: string) {
  return setUpInputSchema.parse({
    council: { name },
    fiscalYear: 2026,
    administrator: { name: '山田 太郎', email: `${name}@sasae.example`, password: 'a first password' },
  })
}

test('an empty database proposes this fiscal year', async () => {
  expect(await readFrontDoor(deps)).toEqual({ isSetUp: false, thisYear: fiscalYear(2026) })
})

test('of six set-ups at the same moment exactly one lays the ground, and nothing of the others remains', async () => {
  const names = ['aoba', 'izumi', 'umeda', 'edo', 'oita', 'kaga']
  const outcomes = await Promise.all(names.map((name) => setUpCouncil(deps, input(name))))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.filter(({ ok }) => !ok).map((failure) => ('code' in failure ? failure.code : ''))).toEqual(
    Array.from({ length: 5 }, () => 'already_set_up'),
  )
  const { prisma } = database.db
  const winner = names[outcomes.findIndex(({ ok }) => ok)]
  expect(await prisma.council.findMany({ select: { name: true, isDemo: true } })).toEqual([{ name: winner, isDemo: false }])
  expect(await prisma.user.findMany({ where: { isProgram: false }, select: { email: true, role: true } })).toEqual([
    { email: `${winner}@sasae.example`, role: 'administrator' },
  ])
  expect(await prisma.fiscalPeriod.count()).toBe(12)
  expect(await prisma.ledgerAccount.count()).toBeGreaterThan(20)
  expect((await prisma.auditEvent.findMany({ select: { action: true } })).map(({ action }) => action).sort()).toEqual([
    'council.lay_ground_data', 'user.add',
  ])
})

test('once there is a council, setting up is refused for ever and the front door shows no demo people', async () => {
  expect(await setUpCouncil(deps, input('again'))).toEqual({ ok: false, code: 'already_set_up' })
  expect(await readFrontDoor(deps)).toMatchObject({ isSetUp: true, demo: null })
})

test('a set-up without a name or with a short password says so at the field', () => {
  const read = setUpInputSchema.safeParse({
    council: { name: ' ' }, fiscalYear: 2026, administrator: { name: '山田', email: 'not an address', password: 'short' },
  })
  expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual(['council.name', 'administrator.email', 'administrator.password'])
})
