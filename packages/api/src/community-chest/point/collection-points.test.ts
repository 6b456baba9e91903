import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { collectionPointDetailsSchema } from '@sasaeai/domain/community-chest/point/collection-point-details'
import { type CollectionPointId, id, type JournalEntryId } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aCashCount, aCollectionPoint } from '@sasaeai/testing/a-cash-count'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { done } from '@sasaeai/testing/a-grant'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deleteGroundItem } from '../../council/delete-ground-item.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { correctEntry } from '../../ledger/correct-entry.ts'
import { readReportMoment, type ReportMoment } from '../../ledger/report-moment.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { listCollectionPoints } from './collection-point-queries.ts'
import { collectionPointTable as table } from './collection-point-table.ts'
import { exportPoint } from './export-point.ts'
import { exportPoints } from './export-points.ts'
import { linkPointEntries, unlinkPointEntries } from './link-point-entries.ts'
import { collectionPointPage } from './point-entry-queries.ts'
import { postCashCount } from './post-cash-count.ts'

let database: TestDatabase
let council: ACouncil
let box: CollectionPointId

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  box = await aCollectionPoint(council, { kind: 'box', name: '市役所' })
})
afterEach(() => database.drop())

const brought = async (year = 2026, at?: ReportMoment) => (await listCollectionPoints(council.deps, fiscalYear(year), at)).map(({ name, thisYearYen, lastYearYen, thisYearTimes }) => [name, thisYearYen, lastYearYen, thisYearTimes])
const page = (at?: ReportMoment) => collectionPointPage(council.deps, { pointId: box, year: council.fiscalYear }, at)
const link = (entryIds: readonly JournalEntryId[]) => linkPointEntries(council.deps, council.actors.receptionist, { pointId: box, entryIds: [...entryIds] })

async function count(): Promise<JournalEntryId> {
  const posted = await postCashCount(council.deps, council.actors.receptionist, aCashCount(council, { pointId: box }))
  if (!posted.ok) throw new Error(posted.code)
  return posted.value.id
}

test('what a point brought comes from the books: a reversed entry is gone, a corrected one follows its point', async () => {
  const [first, second] = [await count(), await count()]
  expect(await brought()).toEqual([['市役所', 11_714, 0, 2]])
  const then = await page()
  const at = await readReportMoment(council.deps, await momentOfBooks(database.db))
  await reverseEntry(council.deps, council.actors.accountant, { entryId: first, reversalDate: localDate('2026-10-16'), reason: '数え直し' })
  expect(await brought()).toEqual([['市役所', 5_857, 0, 1]])
  const { countedOn, ...money } = aCashCount(council)
  const corrected = await correctEntry(council.deps, council.actors.accountant, {
    entryId: second, reversalDate: localDate('2026-10-16'), reason: '枚数の誤り',
    contribution: {
      entryDate: countedOn, cashAccountId: money.cashAccountId, fundingSourceId: money.fundingSourceId, campaignId: money.campaignId,
      collectionMethodId: money.collectionMethodId, amountYen: yen(5_957), count: 1, note: '市役所',
    },
  })
  expect(corrected).toMatchObject({ ok: true })
  expect(await brought()).toEqual([['市役所', 5_957, 0, 1]])
  const pointId = (await page())?.point.pointId ?? id('')
  expect((await csvRows(exportPoint(council.deps, { pointId, fiscalYear: council.fiscalYear, format: 'csv' }))).map((line) => line.slice(2, 6))).toEqual([['赤い羽根共同募金', '街頭募金', '1回', '5957']])
  expect((await page())?.entries.map(({ amountYen, isLinkedItself }) => [amountYen, isLinkedItself])).toEqual([[5_957, false]])
  // The same money is last year's to the next year.
  expect(await brought(2027)).toEqual([['市役所', 0, 5_957, 0]])
  // At the moment before, both counts stood.
  expect(await brought(2026, at)).toEqual([['市役所', 11_714, 0, 2]])
  expect(await page(at)).toEqual(then)
  expect(then?.entries.map(({ amountYen }) => amountYen)).toEqual([5_857, 5_857])
})

test('money that came in by another door is linked once, never household money, never money of no drive', async () => {
  const slip = await bookSlip(council, aChestSlip(council, { collectionMethodId: council.method('その他の募金'), amountYen: yen(8_000), areaId: undefined }))
  const household = await bookSlip(council, aChestSlip(council))
  expect((await page())?.candidates.map(({ entryId }) => entryId)).toEqual([slip.id])
  expect(await link([slip.id])).toEqual({ ok: true, value: { linked: 1 } })
  expect((await page())?.candidates).toEqual([])
  expect(await brought()).toEqual([['市役所', 8_000, 0, 1]])
  // Somebody else was quicker: nothing of it is linked.
  expect(await link([slip.id, household.id])).toEqual({ ok: false, code: 'point_entry_taken' })
  expect((await page())?.entries).toHaveLength(1)
  expect(await unlinkPointEntries(council.deps, council.actors.receptionist, { pointId: box, entryIds: [slip.id] })).toEqual({ ok: true, value: { unlinked: 1 } })
  expect(await brought()).toEqual([['市役所', 0, 0, 0]])
  const gift = await bookSlip(council, aChestSlip(council, { fundingSourceId: council.source('寄附金'), campaignId: undefined, collectionMethodId: undefined }))
  expect(await link([gift.id])).toMatchObject({ code: 'point_entry_taken' })
})

test('numbers are unique within a kind, an occasion in the street is of a drive, and a point with money stays', async () => {
  const details = collectionPointDetailsSchema.parse({ kind: 'box', code: '７０１', name: '公民館' })
  const save = (change: Partial<typeof details> = {}) => saveGroundItem(council.deps, council.actors.receptionist, { table, id: null, revision: null, details: { ...details, ...change } })
  expect(await save()).toMatchObject({ ok: true })
  expect(await save()).toMatchObject({ code: 'code_taken', field: 'code', about: '701' })
  expect(await save({ kind: 'partner_shop' })).toMatchObject({ ok: true })
  expect(collectionPointDetailsSchema.safeParse({ kind: 'street', code: '1', name: '駅前' }).error?.issues[0]?.path).toEqual(['campaignId'])
  await count()
  expect(await deleteGroundItem(council.deps, council.actors.receptionist, { table, id: box })).toMatchObject({ code: 'in_use' })
  const lastYear = await aCollectionPoint(council, { kind: 'street', name: '駅前', campaign: '赤い羽根共同募金' })
  expect((await listCollectionPoints(council.deps, fiscalYear(2027))).map(({ pointId }) => pointId)).not.toContain(lastYear)
  const file = await done(exportPoints(council.deps, { fiscalYear: council.fiscalYear, kind: 'box', format: 'xlsx' }))
  expect(file.fileName).toBe('募金箱_令和8年度.xlsx')
  expect(Buffer.from(file.content, 'base64').subarray(0, 2).toString()).toBe('PK')
  expect(await linkPointEntries(council.deps, council.actors.receptionist, { pointId: id(council.deps.newId()), entryIds: [] })).toMatchObject({ code: 'row_gone' })
})
