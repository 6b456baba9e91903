import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { giverStanding, giverStandings } from '@sasaeai/domain/funding-indicator/executive/retention'
import type { GiverListInput } from '@sasaeai/domain/funding-indicator/executive/retention-input'
import { id, type JournalEntryId, type SupporterId } from '@sasaeai/domain/ids'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aGift } from '@sasaeai/testing/a-gift'
import { done } from '@sasaeai/testing/a-grant'
import { printedTable } from '@sasaeai/testing/printed-table'
import { onServer } from '@sasaeai/testing/test-cluster'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFiscalYear } from '../../council/open-fiscal-year.ts'
import { postGift } from '../../donation/gift/post-gift.ts'
import { checkLedger } from '../../ledger/check-ledger.ts'
import { inOneState } from '../../ledger/in-one-state.ts'
import { type LastEntries, readLastEntries } from '../../ledger/read-new-postings.ts'
import { ofNow } from '../../ledger/report-moment.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { createSupporter } from '../../supporter/create-supporter.ts'
import { mergeSupporters } from '../../supporter/merge/merge-supporters.ts'
import { undoMerge } from '../../supporter/merge/undo-merge.ts'
import { exportGivers } from './export-givers.ts'
import { type GiverPage, listGivers, type ListedGiver } from './list-givers.ts'
import { readRetention } from './read-retention.ts'

let database: TestDatabase
let council: ACouncil
const years = [2024, 2025, 2026, 2027].map((year) => fiscalYear(year))

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  for (const year of [2025, 2024]) {
    await done(openFiscalYear(council.deps, council.actors.administrator, { year: fiscalYear(year), copyCampaigns: false, copyHouseholds: false, copyTargets: false, copyDuesTerms: false }))
  }
})
afterAll(() => database.drop())

async function aGiver(name: string, kind = 'person'): Promise<SupporterId> {
  const details = supporterDetailsSchema.parse({ kind, name, kana: 'キフ' })
  return (await done(createSupporter(council.deps, council.actors.accountant, details))).supporterId
}

async function give(supporterId: SupporterId | null, year: number): Promise<JournalEntryId> {
  const gift = aGift(council, { supporterId, receivedOn: `${year}-06-10` })
  return (await done(postGift(council.deps, council.actors.accountant, { giftId: council.deps.newId(), gift }))).id
}

const undo = (entryId: JournalEntryId) =>
  done(reverseEntry(council.deps, council.actors.accountant, { entryId, reversalDate: localDate('2026-10-12'), reason: '二重の記帳' }))

async function merge(survivorId: SupporterId, mergedId: SupporterId) {
  const { rows } = await database.db.pool.query<{ id: string; revision: number }>('SELECT id, revision FROM supporter')
  const revisionOf = (supporterId: SupporterId) => rows.find((row) => row.id === supporterId)?.revision ?? 0
  return mergeSupporters(council.deps, council.actors.accountant, {
    mergeId: id(council.deps.newId()), survivorId, mergedId, survivorRevision: revisionOf(survivorId), mergedRevision: revisionOf(mergedId),
    details: supporterDetailsSchema.parse({ kind: 'person', name: '寄附', kana: 'キフ' }), reason: '',
  })
}

const positionNow = () => inOneState(database.db, (books) => readLastEntries(books, {}))

async function printed(position: LastEntries | null = null): Promise<string> {
  const read = await Promise.all(years.map(async (year) => ({ year, ...(await readRetention(council.deps, { fiscalYear: year, at: { position } })) })))
  return printedTable(
    ['年度', '寄附者', '継続', '復帰', '新規', 'LYBUNT', 'SYBUNT', '継続率'].map((heading) => ({ heading, isRight: true })),
    read.map((of) => [of.year, of.given, of.retained, of.returned, of.new, of.lybunt, of.sybunt, of.rate?.toFixed(3) ?? '—'].map(String)),
  )
}

const standings = ['given', ...giverStandings] as const

/** Every list, gathered page by page, holds as many as its figure says, and only givers who stand there. */
async function expectLists(position: LastEntries | null): Promise<void> {
  for (const year of years) {
    const figures = await readRetention(council.deps, { fiscalYear: year, at: { position } })
    for (const standing of standings) {
      const rows: ListedGiver[] = []
      let cursor: GiverListInput['cursor'] = null
      do {
        const page: GiverPage = await listGivers(council.deps, { fiscalYear: year, standing, cursor, limit: 2, at: { moment: null, position } })
        rows.push(...page.rows)
        cursor = page.next
      } while (cursor !== null)
      expect(rows.length, `${standing} of ${year}`).toBe(figures[standing])
      expect(new Set(rows.map(({ supporterId }) => supporterId)).size).toBe(rows.length)
      for (const { years: gave } of rows) expect(standing === 'given' ? gave.includes(year) : giverStanding(gave, year) === standing).toBe(true)
      expect(rows.map(({ amountYen }) => amountYen)).toEqual(rows.map(({ amountYen }) => amountYen).toSorted((left, right) => right - left))
    }
  }
}

/** The same by somebody who writes plain SQL over the postings. */
async function counted(position: LastEntries | null) {
  const last = [...(position ?? (await positionNow()))]
  const { rows } = await database.db.pool.query<Record<string, number | null>>(
    `WITH known AS (SELECT * FROM unnest($1::int[], $2::int[]) AS k(year, number)),
       entry AS (SELECT e.* FROM journal_entry e JOIN known ON known.year = e.fiscal_year AND e.entry_number <= known.number),
       gave AS (SELECT DISTINCT coalesce(s.merged_into_id, s.id) AS id, e.fiscal_year AS year
         FROM entry e JOIN posting p ON p.entry_id = e.id JOIN funding_source f ON f.id = p.funding_source_id AND f.category = 'donation'
           JOIN supporter s ON s.id = e.payer_id JOIN supporter o ON o.id = coalesce(s.merged_into_id, s.id) AND o.kind <> 'anonymous'
         WHERE e.kind <> 'reversal' AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses_entry_id = e.id)),
       standing AS (SELECT y.year, g.id, bool_or(g.year = y.year) AS now, bool_or(g.year = y.year - 1) AS last, bool_or(g.year < y.year - 1) AS before
         FROM unnest($3::int[]) AS y(year) CROSS JOIN gave g GROUP BY y.year, g.id)
     SELECT y.year, count(*) FILTER (WHERE now)::int AS given, count(*) FILTER (WHERE now AND last)::int AS retained,
       count(*) FILTER (WHERE now AND NOT last AND before)::int AS returned, count(*) FILTER (WHERE now AND NOT last AND NOT before)::int AS new,
       count(*) FILTER (WHERE last AND NOT now)::int AS lybunt, count(*) FILTER (WHERE before AND NOT last AND NOT now)::int AS sybunt,
       count(*) FILTER (WHERE now AND last) / nullif(count(*) FILTER (WHERE last), 0)::float8 AS rate
     FROM unnest($3::int[]) AS y(year) LEFT JOIN standing s ON s.year = y.year GROUP BY y.year ORDER BY y.year`,
    [last.map(([year]) => year), last.map(([, { number }]) => number), years],
  )
  return rows
}

async function expectAgreement(position: LastEntries | null): Promise<void> {
  const read = await Promise.all(years.map((year) => readRetention(council.deps, { fiscalYear: year, at: { position } })))
  const wanted = await counted(position)
  expect(read.map((figures, at) => ({ year: years[at], ...figures }))).toEqual(wanted)
}

test('who gave again, anew and no more: a gift undone, goods of nobody, and two records of one giver', async () => {
  const [again, back, lost, fresh, wrong, twin, nobody] = [
    await aGiver('継続 一郎'), await aGiver('復帰 二郎'), await aGiver('離脱 三郎'), await aGiver('新規 四郎'),
    await aGiver('誤記 五郎'), await aGiver('継続 一朗'), await aGiver('匿名', 'anonymous'),
  ]
  for (const [giver, ...gave] of [[again, 2024, 2025], [back, 2024, 2026], [lost, 2024, 2025, 2025], [fresh, 2026], [nobody, 2025, 2026], [null, 2026]] as const) {
    for (const year of gave) await give(giver, year)
  }
  const before = await positionNow()
  const mistaken = await give(wrong, 2025)
  await give(twin, 2026)
  expect(await printed()).toMatchInlineSnapshot(`
    年度  寄附者  継続  復帰  新規  LYBUNT  SYBUNT  継続率
    2024       3     0     0     3       0       0       —
    2025       3     2     0     1       1       0   0.667
    2026       3     0     1     2       3       0   0.000
    2027       0     0     0     0       3       3   0.000
  `)
  await undo(mistaken)
  await done(merge(again, twin))
  expect(await printed()).toMatchInlineSnapshot(`
    年度  寄附者  継続  復帰  新規  LYBUNT  SYBUNT  継続率
    2024       3     0     0     3       0       0       —
    2025       2     2     0     0       1       0   0.667
    2026       3     1     1     1       1       0   0.500
    2027       0     0     0     0       3       1   0.000
  `)
  expect(await printed(before)).toMatchInlineSnapshot(`
    年度  寄附者  継続  復帰  新規  LYBUNT  SYBUNT  継続率
    2024       3     0     0     3       0       0       —
    2025       2     2     0     0       1       0   0.667
    2026       2     0     1     1       2       0   0.000
    2027       0     0     0     0       2       2   0.000
  `)
  await expectAgreement(before)
  await expectLists(before)
  const { rows } = await listGivers(council.deps, { fiscalYear: fiscalYear(2026), standing: 'retained', cursor: null, limit: 50, at: ofNow })
  expect(rows.map(({ name, amountYen, years: gave }) => [name, amountYen, gave])).toEqual([['寄附', 10_000, [2024, 2025, 2026]]])
})

test('however gifts come and go, and whoever is merged and parted, the figures are those of plain SQL, now and as of any moment', async () => {
  const givers: SupporterId[] = []
  for (let at = 0; at < 8; at++) givers.push(await aGiver(`寄附 ${at}`, at === 7 ? 'anonymous' : 'person'))
  const standing: JournalEntryId[] = []
  const anyGiver = fc.nat(givers.length - 1)
  const anyAct = fc.oneof(
    { weight: 6, arbitrary: fc.record({ act: fc.constant('give' as const), giver: anyGiver, year: fc.integer({ min: 2024, max: 2026 }) }) },
    { weight: 3, arbitrary: fc.record({ act: fc.constant('undo' as const), which: fc.nat(50) }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('merge' as const), survivor: anyGiver, merged: anyGiver }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('part' as const) }) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 12, maxLength: 18 }), async (acts) => {
      const positions: (LastEntries | null)[] = [null]
      for (const [at, each] of acts.entries()) {
        if (at % 6 === 3) positions.push(await positionNow())
        switch (each.act) {
          case 'give':
            standing.push(await give(givers[each.giver] ?? null, each.year))
            break
          case 'undo': {
            const [entryId] = standing.splice(each.which % Math.max(standing.length, 1), 1)
            if (entryId !== undefined) await undo(entryId)
            break
          }
          case 'merge': {
            const [survivor, merged] = [givers[each.survivor], givers[each.merged]]
            if (survivor !== undefined && merged !== undefined && survivor !== merged) await merge(survivor, merged)
            break
          }
          case 'part': {
            const last = await database.db.prisma.supporterMerge.findFirst({ where: { undoneAt: null }, orderBy: { id: 'desc' } })
            if (last !== null) await undoMerge(council.deps, council.actors.accountant, { mergeId: id(last.id), reason: '別人' })
            break
          }
        }
      }
      for (const position of positions) await expectAgreement(position)
      await expectLists(positions.at(-1) ?? null)
      await onServer(database.ownerUrl, 'SELECT fold_giver_years()')
      for (const position of positions) await expectAgreement(position)
      expect((await checkLedger(council.deps)).results.find(({ check }) => check === 'giver_years_kept')).toMatchObject({ faults: 0 })
    }),
    { numRuns: 2, endOnFailure: true },
  )
})

test('the givers of a standing go out as a file, with a trace of who took whom', async () => {
  const giver = await aGiver('書出 一郎')
  await give(giver, 2026)
  const file = await done(exportGivers(council.deps, council.actors.auditor, { fiscalYear: fiscalYear(2026), standing: 'new', format: 'csv' }))
  expect(file.fileName).toBe('寄附者_新規_令和8年度.csv')
  expect(Buffer.from(file.content, 'base64').toString()).toMatch(/支援者番号,寄附者,種類,今年度の寄附（円）,寄附のあった年度\r\n(.*\r\n)*\d+,書出 一郎,個人,\d+,令和8年度\r\n/)
  expect(await database.db.prisma.auditEvent.findFirst({ where: { action: 'donation_list.export' } })).toMatchObject({ actorId: council.actors.auditor.userId, after: { rows: expect.any(Number) } })
})
