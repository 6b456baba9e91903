import { drawPdf } from '@sasaeai/documents/drawn-pdf'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { PostCashCountInput } from '@sasaeai/domain/community-chest/point/cash-count-input'
import { id } from '@sasaeai/domain/ids'
import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { yen } from '@sasaeai/domain/money/yen'
import { aCashCount, aCollectionPoint } from '@sasaeai/testing/a-cash-count'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { databaseThatBreaks } from '@sasaeai/testing/database-that-breaks'
import { printedLedger } from '@sasaeai/testing/printed-ledger'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkLedger } from '../../ledger/check-ledger.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { paperMakers } from '../../paper-makers.ts'
import { exportCashCounts } from './export-cash-counts.ts'
import { postCashCount } from './post-cash-count.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(async () => {
  expect((await checkLedger(council.deps)).results.filter(({ faults }) => faults > 0)).toEqual([])
  await database.drop()
})

const wanted = (change: Partial<PostCashCountInput> = {}) => aCashCount(council, change)
const post = (input: PostCashCountInput) => postCashCount(council.deps, council.actors.receptionist, input)
const state = async () => ({
  entries: await database.db.prisma.journalEntry.count(),
  counts: await database.db.prisma.cashCount.count(),
  links: await database.db.prisma.collectionPointEntry.count(),
  audits: await database.db.prisma.auditEvent.count({ where: { action: { in: ['cash_count.post', 'ledger.post'] } } }),
})

test('what was counted becomes one entry with its pieces, its place and those who counted; undone it stands reversed', async () => {
  const pointId = await aCollectionPoint(council, { kind: 'street', name: '駅前 10月1日', campaign: '赤い羽根共同募金' })
  const posted = await post(wanted({ pointId, note: '雨' }))
  expect(posted).toMatchObject({ ok: true, value: { entryNumber: 1 } })
  expect(await database.db.prisma.cashCount.findFirstOrThrow()).toMatchObject({
    amountYen: 5_857n, countedBy: '山田、佐藤', pieces: { 1_000: 2, 500: 3, 100: 14, 50: 5, 10: 68, 5: 3, 1: 12 },
  })
  expect(await database.db.prisma.collectionPointEntry.findFirstOrThrow()).toMatchObject({ pointId })
  const written = () => csvRows(exportCashCounts(council.deps, { fiscalYear: council.fiscalYear, format: 'csv' }))
  expect(await written()).toEqual([
    ['2026-10-15', '駅前 10月1日', '赤い羽根共同募金', '街頭募金', '', '1回', '5857', '0', '0', '0', '2', '3', '14', '5', '68', '3', '12', '山田、佐藤', '1', '', ''],
  ])
  if (!posted.ok) return
  const undoing = { entryId: posted.value.id, reversalDate: localDate('2026-10-16'), reason: '数え直し' }
  expect(await reverseEntry(council.deps, council.actors.accountant, undoing)).toMatchObject({ ok: true })
  expect((await written())[0]?.slice(-2)).toEqual(['2026-10-16', ''])
  expect(await printedLedger(database.db)).toMatchInlineSnapshot(`
    伝票  日付      借方科目            借方金額  貸方科目            貸方金額  件数  財源・運動・方法・地域                摘要
       1  R8.10.15  現金                   5,857  預り金（共同募金）     5,857     1  共同募金・赤い羽根共同募金・街頭募金  赤い羽根共同募金 街頭募金 駅前 10月1日 雨
       2  R8.10.16  預り金（共同募金）     5,857  現金                   5,857   △1  共同募金・赤い羽根共同募金・街頭募金  取消 赤い羽根共同募金 街頭募金 駅前 10月1日 雨（数え直し）
  `)
})

test('money of a shop is given by the shop, money of a box by nobody who is known', async () => {
  const supporter = await database.db.prisma.supporter.create({
    data: { id: council.deps.newId(), number: 7, kind: 'organization', name: 'ささえ商店', searchText: 'ささえ商店' },
  })
  for (const kind of ['box', 'partner_shop'] as const) {
    await post(wanted({ pointId: await aCollectionPoint(council, { kind, name: kind, supporterId: supporter.id }) }))
  }
  const entries = await database.db.prisma.journalEntry.findMany({ orderBy: { entryNumber: 'asc' } })
  expect(entries.map(({ payerId }) => payerId)).toEqual([null, supporter.id])
})

test('sent again, sixteen times at once, it is one entry; another count under the same id is refused in words', async () => {
  const input = wanted({ pointId: await aCollectionPoint(council, { kind: 'box', name: '市役所' }) })
  const answers = await Promise.all(Array.from({ length: 16 }, () => post(input)))
  expect(answers).toEqual(answers.map(() => answers[0]))
  expect(answers[0]).toMatchObject({ ok: true, value: { entryNumber: 1 } })
  expect(await state()).toEqual({ entries: 1, counts: 1, links: 1, audits: 2 })
  const other = await post({ ...input, pieces: { 100: 1 } })
  expect(other).toEqual({ ok: false, code: 'cash_count_posted_otherwise', about: '伝票1番' })
  if (!other.ok) expect(failureMessage(other)).toContain('伝票1番ですでに記帳されています')
  expect(await state()).toMatchObject({ entries: 1 })
})

test('a server killed between any two statements leaves nothing half, and the next try books once', async () => {
  const { deps, actors } = council
  const input = wanted({ pointId: await aCollectionPoint(council, { kind: 'box', name: '市役所' }) })
  let cutAt = 1
  for (; cutAt < 20; cutAt += 1) {
    const broken = databaseThatBreaks(database.db, database.ownerUrl, cutAt)
    const answer = await postCashCount({ ...deps, db: broken.db }, actors.receptionist, input).catch(() => null)
    if (answer !== null) {
      expect(answer).toMatchObject({ ok: true, value: { entryNumber: 1 } })
      break
    }
    expect(await state()).toEqual({ entries: 0, counts: 0, links: 0, audits: 0 })
  }
  expect(cutAt).toBeGreaterThan(4)
  expect(await state()).toEqual({ entries: 1, counts: 1, links: 1, audits: 2 })
})

test('counted is only for an open drive, into an open month, at a point in use and of that drive', async () => {
  const ofOther = await aCollectionPoint(council, { kind: 'street', name: '駅前', campaign: '歳末たすけあい' })
  expect(await post(wanted({ pointId: ofOther }))).toEqual({ ok: false, code: 'collection_point_unusable', field: 'pointId' })
  const closed = await aCollectionPoint(council, { kind: 'box', name: '旧庁舎' })
  await database.db.prisma.collectionPoint.update({ where: { id: closed }, data: { closedOn: new Date('2026-09-30') } })
  expect(await post(wanted({ pointId: closed }))).toMatchObject({ code: 'collection_point_unusable' })
  expect(await post(wanted({ pointId: id(council.deps.newId()) }))).toMatchObject({ code: 'collection_point_unusable' })
  expect(await post(wanted({ countedOn: localDate('2027-10-01') }))).toMatchObject({ code: 'period_closed', field: 'countedOn' })
  expect(await post(wanted({ fundingSourceId: council.source('歳末たすけあい') }))).toMatchObject({ code: 'campaign_of_other_money', field: 'campaignId' })
  expect(await post(wanted({ cashAccountId: council.account('会費収入') }))).toMatchObject({ code: 'cash_account_unusable', field: 'cashAccountId' })
  expect(await state()).toEqual({ entries: 0, counts: 0, links: 0, audits: 0 })
})

test('the database itself refuses to change a count', async () => {
  await post(wanted())
  await expect(database.db.pool.query('UPDATE cash_count SET amount_yen = 1')).rejects.toThrow()
  await expect(database.db.pool.query('DELETE FROM cash_count')).rejects.toThrow()
  expect((await database.db.prisma.cashCount.findFirstOrThrow()).amountYen).toBe(BigInt(yen(5_857)))
})

test('the 計数票 says what was counted and by whom, and that it was undone', async () => {
  const input = wanted()
  const posted = await post(input)
  const print = async () => {
    const desk = { deps: council.deps, day: input.countedOn, expect: async () => undefined, advance: async () => undefined, note: () => undefined }
    const paper = await paperMakers.cash_count_slip.make(desk, { kind: 'cash_count_slip', countId: input.countId })
    return (await drawPdf(paper?.bytes ?? new Uint8Array())).pages.map(({ text }) => text.replaceAll(/\s/g, '')).join()
  }
  const text = await print()
  for (const said of ['計数票', '令和8年10月15日', '赤い羽根共同募金', '街頭募金', '件数1回', '伝票番号1番', '1,000円2枚2,000', '10,000円0枚0', '合計5,857', '山田', '佐藤']) expect(text).toContain(said)
  if (!posted.ok) return
  await reverseEntry(council.deps, council.actors.accountant, { entryId: posted.value.id, reversalDate: localDate('2026-10-16'), reason: '数え直し' })
  expect(await print()).toContain('計数票（令和8年10月16日取消済み）')
})
