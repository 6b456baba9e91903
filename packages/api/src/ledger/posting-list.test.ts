import { localDate } from '@sasaeai/domain/calendar/local-date'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { supporterIdSchema } from '@sasaeai/domain/id-schemas'
import { id, type SupporterId } from '@sasaeai/domain/ids'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { postingFilterSchema } from '@sasaeai/domain/ledger/posting-filter-schema'
import { type PostingOrder, postingOrders } from '@sasaeai/domain/ledger/posting-list-order'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listPostings, type PostingRow } from './posting-list-queries.ts'
import { reverseEntry } from './reverse-entry.ts'

let database: TestDatabase
let council: ACouncil
let payer: SupporterId

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  payer = supporterIdSchema.parse(council.deps.newId())
  await database.db.prisma.supporter.create({
    data: { id: payer, number: 77, kind: 'person', name: '髙橋 花子', searchText: '高橋花子|タカハシハナコ|77|0942301234|日吉一丁目12' },
  })
  await fillBooks()
})
afterAll(() => database.drop())

const places = ['ささえ市', '日吉校区', '日吉一丁目自治会', '日吉二丁目自治会', '篠山校区', '篠山町自治会']

test('any filter finds what a reader of the whole journal would find, on all pages, with its count and total', async () => {
  const anyDay = fc.integer({ min: 1, max: 28 }).map((day) => localDate(`2026-10-${String(day).padStart(2, '0')}`))
  const everyFilter = fc.record({
    fiscalYear: fc.constantFrom(fiscalYear(2025), fiscalYear(2026)),
    from: anyDay,
    to: anyDay,
    accountId: fc.constantFrom(council.account('現金'), council.account('会費収入'), council.account('預り金（共同募金）')),
    fundingSourceId: fc.constantFrom(council.source('社協会費'), council.source('共同募金')),
    category: fc.constantFrom('membership_dues', 'community_chest', 'grant'),
    methodId: fc.constantFrom(council.method('戸別募金'), council.method('街頭募金')),
    driveYear: fc.constantFrom(fiscalYear(2025), fiscalYear(2026)),
    drive: fc.constantFrom('red_feather', 'year_end_mutual_aid'),
    areaId: fc.constantFrom(...places).map((name) => council.area(name)),
    areaOnly: fc.constant(true),
    duesKindId: fc.constant(council.duesKind('賛助会費')),
    supporterId: fc.constant(payer),
    minYen: fc.constantFrom(yen(0), yen(5_000)),
    maxYen: fc.constantFrom(yen(5_000), yen(9_000)),
    text: fc.constantFrom('日吉', '高橋', 'たかはし', '12', '会', '花', '取消', 'どこにもない言葉'),
  })
  // Few at a time, or hardly any list would hold anything.
  const names = fc.subarray(Object.keys(postingFilterSchema.shape), { maxLength: 3 })
  const anyFilter = fc
    .tuple(everyFilter, names)
    .map(([filter, kept]) => Object.fromEntries(Object.entries(filter).filter(([name]) => kept.includes(name))))
  const whole = await journal()
  await fc.assert(
    fc.asyncProperty(anyFilter, fc.constantFrom(...postingOrders), async (asked, order) => {
      const filter = postingFilterSchema.parse(asked)
      const expected = inOrder(whole.filter((posting) => answersTo(filter, posting)), { order, filter })
      const { rows, count, totalYen } = await wholeList(filter, order)
      expect(rows.map(({ entryId, lineNumber }) => `${entryId}.${lineNumber}`)).toEqual(expected)
      expect(count).toBe(expected.length)
      expect(totalYen).toBe(rows.reduce((sum, { amountYen }) => sum + amountYen, 0))
    }),
    { numRuns: 300 },
  )
})

test('money that came in is positive, what was taken back is negative, and the total is what is left', async () => {
  const { rows, totalYen, count } = await wholeList({ supporterId: payer, text: '12ほうじん' })
  expect(rows.length).toBe(count)
  expect(totalYen).toBe(0)
  const reversed = await wholeList({ supporterId: payer })
  expect(reversed.rows.filter(({ kind }) => kind === 'reversal').every(({ amountYen }) => amountYen < 0)).toBe(true)
  expect(reversed.rows.filter(({ kind }) => kind === 'receipt').every(({ amountYen }) => amountYen > 0)).toBe(true)
  expect(reversed.rows.some(({ isReversed }) => isReversed)).toBe(true)
})

test('a payer is found by name, reading and number, but not by where they live or telephone', async () => {
  const found = async (text: string) => (await listPostings(council.deps, { filter: { text } })).count
  const gifts = (await listPostings(council.deps, { filter: { supporterId: payer } })).count
  expect(gifts).toBeGreaterThan(0)
  expect(await found('高橋')).toBe(gifts)
  expect(await found('はなこ')).toBe(gifts)
  expect(await found('0942301234')).toBe(0)
  expect(await found('一丁目12')).toBe(0)
})

test('cash is shown as the account has it: a receipt raises it', async () => {
  const { rows } = await listPostings(council.deps, { filter: { accountId: council.account('現金') } })
  expect(rows.filter(({ kind }) => kind === 'receipt').every(({ amountYen }) => amountYen > 0)).toBe(true)
})

test('a name that thousands bear finds what they paid, in the list of money and in that of cash', async () => {
  const namesakes = Array.from({ length: 2_100 }, (_, index) => ({
    id: council.deps.newId(), number: 1_000 + index, kind: 'person' as const, name: '同姓 同名', searchText: `同姓同名||${1_000 + index}||`,
  }))
  // In two halves: one statement takes no more than 32,767 values.
  for (const half of [namesakes.slice(0, 1_050), namesakes.slice(1_050)]) await database.db.prisma.supporter.createMany({ data: half })
  const supporterId = id<'SupporterId'>(namesakes[2_050]?.id ?? '')
  const booked = await bookSlip(council, aSlip(council, { amountYen: yen(4_321), supporterId }))
  for (const filter of [{ text: '同名' }, { text: '姓' }, { text: '同姓', accountId: council.account('現金') }]) {
    const { rows, count, totalYen } = await listPostings(council.deps, { filter })
    expect({ filter, entries: rows.map((row) => row.entryId), count, totalYen }).toEqual({ filter, entries: [booked.id], count: 1, totalYen: 4_321 })
  }
})

interface WholeList {
  readonly rows: readonly PostingRow[]
  readonly count: number
  readonly totalYen: number
}

/** Turns over all pages; every page must tell the same count and total. */
async function wholeList(filter: PostingFilter, order: PostingOrder = 'newest'): Promise<WholeList> {
  const first = await listPostings(council.deps, { filter, order })
  const rows = [...first.rows]
  for (let cursor = first.nextCursor; cursor !== null; ) {
    const page = await listPostings(council.deps, { filter, order, cursor })
    expect([page.count, page.totalYen]).toEqual([first.count, first.totalYen])
    rows.push(...page.rows)
    cursor = page.nextCursor
  }
  return { rows, count: first.count, totalYen: first.totalYen }
}

type JournalLine = Awaited<ReturnType<typeof journal>>[number]

/** Every posting as it lies in the tables, the newest first. */
async function journal() {
  const { rows } = await database.db.pool.query<{
    key: string; day: string; account: string; source: string | null; category: string | null; method: string | null
    areas: string[]; area: string | null; drive: string | null; dues: string | null; supporter: string | null; amount: number; words: string; number: number
  }>(`WITH RECURSIVE above AS (
        SELECT id, id AS top FROM area UNION ALL SELECT w.id, a.parent_id FROM above w JOIN area a ON a.id = w.top WHERE a.parent_id IS NOT NULL)
      SELECT p.entry_id || '.' || p.line_number AS key, p.entry_date AS day, p.account_id AS account, p.funding_source_id AS source,
        f.category, p.collection_method_id AS method, ARRAY(SELECT top::text FROM above w WHERE w.id = p.area_id) AS areas, p.area_id AS area,
        (SELECT c.drive FROM campaign c WHERE c.id = p.campaign_id) AS drive,
        p.dues_kind_id AS dues, p.supporter_id AS supporter, p.amount_yen AS amount, e.search_text AS words, e.entry_number AS number
      FROM posting p JOIN journal_entry e ON e.id = p.entry_id LEFT JOIN funding_source f ON f.id = p.funding_source_id
      ORDER BY p.entry_date DESC, p.entry_id DESC, p.line_number DESC`)
  return rows.map((row) => ({ ...row, hasPayer: rows.some((other) => other.key.slice(0, 36) === row.key.slice(0, 36) && other.supporter === payer) }))
}

/** The keys of lines that lie the newest first, in another order; what an amount means depends on the account. */
function inOrder(lines: readonly JournalLine[], { order, filter }: { order: PostingOrder; filter: PostingFilter }): string[] {
  const isCash = filter.accountId === council.account('現金')
  const keyOf = ({ amount }: JournalLine) => (order === 'newest' || order === 'oldest' ? 0 : isCash ? amount : -amount)
  // Lines of one amount run the way of the booked amounts, as one index gives them.
  const rising = lines.toReversed().toSorted((a, b) => (isCash ? keyOf(a) - keyOf(b) : keyOf(b) - keyOf(a)))
  const isRising = order === 'oldest' || (order === 'smallest' && isCash) || (order === 'largest' && !isCash)
  return (isRising ? rising : rising.toReversed()).map(({ key }) => key)
}

/** The filter as a person would apply it, line by line. */
function answersTo(filter: PostingFilter, line: JournalLine): boolean {
  const year = line.day < '2026-04-01' ? 2025 : 2026
  const size = Math.abs(line.amount)
  return (
    (filter.fiscalYear ?? year) === year &&
    line.day >= (filter.from ?? line.day) &&
    line.day <= (filter.to ?? line.day) &&
    (filter.accountId === undefined ? line.source !== null : line.account === filter.accountId) &&
    (filter.fundingSourceId ?? line.source) === line.source &&
    (filter.category ?? line.category) === line.category &&
    (filter.methodId ?? line.method) === line.method &&
    (filter.driveYear === undefined || (line.drive !== null && filter.driveYear === 2026)) &&
    (filter.drive ?? line.drive) === line.drive &&
    isInArea(filter, line) &&
    (filter.duesKindId ?? line.dues) === line.dues &&
    (filter.supporterId ?? line.supporter) === line.supporter &&
    size >= (filter.minYen ?? size) &&
    size <= (filter.maxYen ?? size) &&
    (filter.text === undefined || hasText(filter.text, line))
  )
}

/** The council's own area also stands for none. */
function isInArea({ areaId, areaOnly }: PostingFilter, line: JournalLine): boolean {
  if (areaId === undefined) return true
  if (areaOnly === undefined) return line.areas.includes(areaId)
  return line.area === areaId || (areaId === council.area('ささえ市') && line.area === null)
}

function hasText(text: string, line: JournalLine): boolean {
  const wanted = text === 'たかはし' ? 'タカハシ' : text
  return line.words.includes(wanted) || String(line.number) === wanted || (line.hasPayer && '高橋花子タカハシハナコ'.includes(wanted))
}

/** 180 slips of three moneys over October, two of them reversed: enough for several pages. */
async function fillBooks(): Promise<void> {
  for (let index = 0; index < 180; index += 1) {
    const slip = aSlip(council, {
      entryDate: localDate(`2026-10-${String(1 + (index % 28)).padStart(2, '0')}`),
      amountYen: yen(1_000 + (index % 10) * 1_000),
      areaId: index % 11 === 0 ? undefined : council.area(places[index % places.length] ?? ''),
      ...(index % 3 === 0 ? chest(index) : index % 3 === 1 ? { duesKindId: council.duesKind('賛助会費') } : {}),
      ...(index % 7 === 0 ? { supporterId: payer, note: '12ほうじん' } : {}),
    })
    const booked = await bookSlip(council, slip)
    if (index % 7 === 0) await undo(booked.id)
  }
}

function chest(index: number) {
  const method = council.method(index % 2 === 0 ? '戸別募金' : '街頭募金')
  return { fundingSourceId: council.source('共同募金'), campaignId: council.campaign('赤い羽根共同募金'), collectionMethodId: method, duesKindId: undefined }
}

async function undo(entryId: Awaited<ReturnType<typeof bookSlip>>['id']): Promise<void> {
  const input = { entryId, reversalDate: localDate('2026-10-28'), reason: '誤り' }
  const reversed = await reverseEntry(council.deps, council.actors.accountant, input)
  if (!reversed.ok) throw new Error(reversed.code)
}
