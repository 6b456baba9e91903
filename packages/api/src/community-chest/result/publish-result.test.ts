import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { type CampaignId, id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { aChestSlip } from '@sasaeai/testing/a-chest-slip'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { bookSlip } from '@sasaeai/testing/a-slip'
import { csvRows } from '@sasaeai/testing/csv-rows'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { exportPublications } from './export-publications.ts'
import { listPublications, publicResultsText } from './publication-queries.ts'
import { publishResult, withdrawPublication } from './publish-result.ts'

let database: TestDatabase
let council: ACouncil
const october = localDate('2026-10-15')

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  await database.db.prisma.communityChestRules.update({ where: { id: 1 }, data: { prefecturalBody: '福岡県共同募金会', branchName: 'ささえ市支会' } })
})
afterEach(() => database.drop())

const publish = (change: { campaignId?: CampaignId; publishedOn?: typeof october } = {}) =>
  publishResult(council.deps, council.actors.accountant, { campaignId: council.campaign('赤い羽根共同募金'), publishedOn: october, ...change })
const published = async () => (JSON.parse((await publicResultsText(council.deps)).text) as { results: { collectedYen: number }[] }).results.map((each) => each.collectedYen)
const redFeather = async () => {
  const [first] = await listPublications(council.deps, council.fiscalYear)
  if (first === undefined) throw new Error('no campaign')
  return first
}

test('a published result stays as it was when the books go on; withdrawn, it is replaced by the next one', async () => {
  const slip = await bookSlip(council, aChestSlip(council, { amountYen: yen(45_000), count: 90 }))
  expect(await redFeather()).toMatchObject({ state: 'collecting', dueOn: '2027-04-30', publications: [] })
  const first = await publish()
  if (!first.ok) throw new Error(first.code)
  const before = await publicResultsText(council.deps)
  await reverseEntry(council.deps, council.actors.accountant, { entryId: slip.id, reversalDate: october, reason: '誤り' })
  await bookSlip(council, aChestSlip(council, { amountYen: yen(40_000), count: 80 }))
  expect(await publicResultsText(council.deps)).toEqual(before)
  expect(await publish()).toEqual({ ok: false, code: 'already_published' })

  const { publicationId } = first.value
  const withdraw = () => withdrawPublication(council.deps, council.actors.accountant, { publicationId, reason: '金額の誤り' })
  expect(await withdraw()).toMatchObject({ ok: true })
  expect(await withdraw()).toEqual({ ok: false, code: 'publication_withdrawn' })
  expect(await published()).toEqual([])
  expect(await publish()).toMatchObject({ ok: true })
  expect(await published()).toEqual([40_000])
  expect((await publicResultsText(council.deps)).tag).not.toBe(before.tag)
  const { state, publications } = await redFeather()
  expect([state, ...publications.map(({ content, withdrawnAt }) => [content.collectedYen, withdrawnAt === null])]).toEqual(['published', [40_000, true], [45_000, false]])
  const written = await csvRows(exportPublications(council.deps, { fiscalYear: council.fiscalYear, format: 'csv' }))
  expect(written).toContainEqual(['赤い羽根共同募金', '2027-03-31', '2027-04-30', '公表済み'])
  expect(written.filter((line) => line.length === 10 && line[2] === '会計担当').map((line) => [line[5], line[9] === ''])).toEqual([['40000', true], ['45000', false]])
  expect(written.filter(([, , method]) => method === '戸別募金').map((line) => line.slice(3, 7))).toEqual([['80世帯', '0', '40000', '100.0%'], ['90世帯', '0', '45000', '100.0%']])
  expect(await database.db.prisma.auditEvent.findMany({ where: { subjectKind: 'campaign_publication' }, orderBy: { at: 'asc' }, select: { action: true, reason: true } })).toEqual([
    { action: 'campaign_publication.publish', reason: '' },
    { action: 'campaign_publication.withdraw', reason: '金額の誤り' },
    { action: 'campaign_publication.publish', reason: '' },
  ])
})

test('sixteen who publish at once publish once', async () => {
  const outcomes = await Promise.all(Array.from({ length: 16 }, () => publish()))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await database.db.prisma.campaignPublication.count()).toBe(1)
})

test('another body’s drive, a day to come and a drive that is gone are refused', async () => {
  const nhk = id<'CampaignId'>(council.deps.newId())
  await database.db.prisma.campaign.create({
    data: {
      id: nhk, code: '3', name: 'NHK歳末', drive: 'other', custodyAccountId: council.account('預り金（その他）'), fiscalYear: council.fiscalYear,
      opensOn: toDateColumn(localDate('2026-12-01')), closesOn: toDateColumn(localDate('2026-12-25')),
    },
  })
  expect(await publish({ campaignId: nhk })).toEqual({ ok: false, code: 'publication_of_other_body' })
  expect(await publish({ publishedOn: localDate('2026-10-16') })).toEqual({ ok: false, code: 'publication_in_future', field: 'publishedOn' })
  expect(await publish({ campaignId: id(council.deps.newId()) })).toEqual({ ok: false, code: 'row_gone' })
  expect((await listPublications(council.deps, council.fiscalYear)).at(-1)).toMatchObject({ name: 'NHK歳末', state: 'of_other_body' })
})

test('nobody who gave, typed or published is named in what anybody may read, and PostgreSQL keeps it as it is', async () => {
  const payer = await database.db.prisma.supporter.create({ data: { id: council.deps.newId(), number: 77, kind: 'person', name: '髙橋 花子', searchText: '' } })
  await bookSlip(council, aChestSlip(council, { supporterId: id(payer.id), note: '高橋さんより' }))
  expect(await publish()).toMatchObject({ ok: true })
  const { text } = await publicResultsText(council.deps)
  expect(text).toContain('62500')
  expect(text).toContain('福岡県共同募金会')
  expect(text).not.toMatch(/橋|花子|自治会|@|経理|会計|[0-9a-f]{8}-[0-9a-f]{4}-/)
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await expect(owner.query(`UPDATE campaign_publication SET content = '{}'`)).rejects.toMatchObject({ code: 'SA001' })
  await expect(owner.query('DELETE FROM campaign_publication')).rejects.toMatchObject({ code: 'SA001' })
  await owner.end()
})
