import { aCouncil } from '@sasaeai/testing/a-council'
import { done } from '@sasaeai/testing/a-grant'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import { inTransaction } from '@sasaeai/db/in-transaction'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appRouter } from '../app-router.ts'
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

test('every list of ground data goes out as a file: all its lines with the columns of its page, and since when one is out of use', async () => {
  const { deps, actors, fund } = await aCouncil(database.db)
  const { communityChest: { method }, donation, goodwillBank: { purpose, item }, grant: { kind, reliefClass }, income: { line } } =
    appRouter.createCaller({ deps, actor: actors.accountant })
  await done(donation.fund.close({ id: fund('地域福祉全般') }))
  const helper = { code: '1', name: 'ささえ会', kind: 'social_welfare_corporation', contribution: '送迎車の貸出し', phone: '0942-00-1001', startsOn: '2026-04-01', note: '土日は休み' } as const
  await done(donation.partner.save({ id: null, revision: null, details: helper }))
  const { threshold, channel, partner } = donation
  const lists = [
    [method.list, method.export, 'コード,名称,全国集計の区分,件数の単位,使用終了日', '1,戸別募金,戸別募金,世帯,'],
    [threshold.list, threshold.export, 'コード,名称,知らせること,数え方,金額（円以上）,使用終了日', '10,理事会への報告,報告,1件の寄附,1000000,'],
    [channel.list, channel.export, 'コード,名称,使用終了日', '01,社協だより,'],
    [donation.fund.list, donation.fund.exportSettings, 'コード,名称,使いみち,使途の指定,目標額（円）,公開する説明,使用終了日', '01,地域福祉全般,使いみちを社協に任せていただく寄附,なし,,,2026-10-15'],
    [partner.list, partner.export, 'コード,名称,種類,協力の内容,地域,担当者,電話番号,メールアドレス,協力の開始日,支援者番号,備考,使用終了日', '1,ささえ会,社会福祉法人,送迎車の貸出し,,,0942-00-1001,,2026-04-01,,土日は休み,'],
    [purpose.list, purpose.export, 'コード,名称,お金を預かる使途・基金,使用終了日', '01,使いみちを任せる,善意銀行,'],
    [item.list, item.export, 'コード,名称,区分,数え方,単位,1点の重さ（g）,使用終了日', '11,米,食品,重さ（kg）で量る,kg,,'],
    [kind.list, kind.export, 'コード,名称,使用終了日', '01,団体助成,'],
    [reliefClass.list, reliefClass.export, 'コード,名称,使用終了日', '01,生活困窮世帯,'],
    [line.list, line.export, 'コード,名称,種類,帳簿の財源,並び順,使用終了日', '10,会費,会費,社協会費,10,'],
  ] as const
  for (const [list, write, head, first] of lists) {
    const { content } = await done(write({ format: 'csv' }))
    const [heading, ...lines] = Buffer.from(content, 'base64').toString('utf8').replace('\uFEFF', '').trimEnd().split('\r\n')
    expect([heading, lines[0]]).toEqual([head, first])
    expect(lines.map((each) => each.split(',')[0])).toEqual((await list()).map(({ code }) => code))
  }
})
