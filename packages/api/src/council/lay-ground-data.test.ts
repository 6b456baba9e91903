import { aCouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import { inTransaction } from '@sasaeai/db/in-transaction'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { layGroundData } from './lay-ground-data.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('a new council can take in money at once: twelve open months, sources with accounts, a root area', async () => {
  const { prisma } = database.db
  await aCouncil(database.db)
  expect(await prisma.fiscalPeriod.count({ where: { fiscalYear: 2026, closedAt: null } })).toBe(12)
  const council = await prisma.council.findFirstOrThrow({ include: { defaultCashAccount: true } })
  expect(council.defaultCashAccount?.name).toBe('現金')
  const custody = await prisma.fundingSource.findMany({
    where: { account: { category: 'liability' } },
    select: { name: true, account: { select: { name: true } } },
    orderBy: { code: 'asc' },
  })
  expect(custody).toEqual([
    { name: '共同募金', account: { name: '預り金（共同募金）' } },
    { name: '歳末たすけあい', account: { name: '預り金（歳末たすけあい）' } },
  ])
  expect(await prisma.area.findMany({ where: { parentId: null }, select: { name: true } })).toEqual([{ name: 'ささえ市' }])
  expect(await prisma.auditEvent.count({ where: { action: 'council.lay_ground_data' } })).toBe(1)
})

test('a new council can be given to online: all of its work, each restricted fund, and dues that people pay for themselves; no drive', async () => {
  const targets = await database.db.prisma.givingTarget.findMany({
    orderBy: { sequence: 'asc' },
    select: { slug: true, fund: { select: { name: true } }, duesKind: { select: { name: true } }, fundingSource: { select: { name: true } }, paymentAccount: { select: { code: true, receivableAccount: { select: { name: true } } } } },
  })
  expect(targets.map(({ slug, fund, duesKind, fundingSource }) => [slug, fund?.name ?? duesKind?.name, fundingSource.name])).toEqual([
    ['katsudo', '地域福祉全般', '寄附金'],
    ['kodomo-shokudo', '子ども食堂応援', '寄附金'],
    ['iso', '移送サービス', '寄附金'],
    ['zeni-ginko', '善意銀行', '寄附金'],
    ['saigai', '災害支援', '寄附金'],
    ['sanjo-kaihi', '賛助会費', '社協会費'],
    ['tokubetsu-kaihi', '特別会費', '社協会費'],
    ['hojin-kaihi', '法人会費', '社協会費'],
  ])
  expect(new Set(targets.map(({ paymentAccount }) => `${paymentAccount.code} ${paymentAccount.receivableAccount.name}`))).toEqual(new Set(['council 未収金']))
})

test('a database holds one council: laying the ground twice is refused and leaves nothing behind', async () => {
  const deps = { db: database.db, now: () => new Date(), newId: () => crypto.randomUUID() }
  const again = inTransaction(database.db, (tx) =>
    layGroundData(deps, tx, { council: { name: '二つ目の社協' }, fiscalYear: fiscalYear(2030) }),
  )
  expect(isUniqueViolation(await again.catch((error: unknown) => error))).toBe(true)
  expect(await database.db.prisma.fiscalYear.count({ where: { year: 2030 } })).toBe(0)
})
