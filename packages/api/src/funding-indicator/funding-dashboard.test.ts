import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { figureFilter } from '@sasaeai/domain/funding-indicator/figure-filter'
import type { FundingDashboard } from '@sasaeai/domain/funding-indicator/funding-dashboard'
import { sumYen } from '@sasaeai/domain/money/yen'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedDemo } from '../../../../prisma/seed/seed-demo.ts'
import type { Deps } from '../deps.ts'
import { listPostings } from '../ledger/posting-list-queries.ts'
import { fundingCube } from './funding-cube-queries.ts'
import { fundingDashboard } from './funding-dashboard-queries.ts'

// The demo on 21 December: both drives and NHK歳末 run, part of the money has been remitted.
const today = localDate('2026-12-21')
let database: TestDatabase
let deps: Deps
let dashboard: FundingDashboard

beforeAll(async () => {
  database = await createTestDatabase('empty')
  await seedDemo(database.ownerUrl, { today, scale: 0.1 })
  deps = { db: database.db, now: () => new Date(`${today}T03:00:00Z`), newId: () => crypto.randomUUID() }
  dashboard = await fundingDashboard(deps, { fiscalYear: fiscalYear(2026) })
})
afterAll(() => database.drop())

/** Straight from the postings, past every kept total. */
async function recomputed(condition: string): Promise<number> {
  const { rows } = await database.db.pool.query<{ amount: number }>(
    `SELECT coalesce(-sum(p.amount_yen), 0)::bigint AS amount FROM posting p
      LEFT JOIN funding_source s ON s.id = p.funding_source_id LEFT JOIN campaign c ON c.id = p.campaign_id
      LEFT JOIN area a ON a.id = p.area_id WHERE p.funding_source_id IS NOT NULL AND ${condition}`,
  )
  return rows[0]?.amount ?? 0
}

const thisYear = `p.fiscal_year = 2026 AND p.entry_date <= '2026-12-21'`
const lastYear = `p.fiscal_year = 2025 AND p.entry_date <= '2025-12-21'`
const ours = `(c.drive IS NULL OR c.drive <> 'other')`

test('every source agrees with its postings, this year and last to the same day', async () => {
  expect(dashboard.sources.length).toBeGreaterThan(10)
  for (const source of dashboard.sources) {
    expect(source.thisYen).toBe(await recomputed(`s.name = '${source.name}' AND ${thisYear} AND ${ours}`))
    expect(source.lastYen).toBe(await recomputed(`s.name = '${source.name}' AND ${lastYear} AND ${ours}`))
    expect(source.lastWholeYen).toBe(await recomputed(`s.name = '${source.name}' AND p.fiscal_year = 2025 AND ${ours}`))
    expect(source.months[6]).toBe(
      await recomputed(
        `s.name = '${source.name}' AND ${thisYear} AND ${ours} AND extract(month FROM p.entry_date) = 10`,
      ),
    )
  }
})

test('every district agrees with the postings of its areas', async () => {
  expect(dashboard.districts).toHaveLength(46)
  for (const { code, categories } of dashboard.districts.slice(0, 12)) {
    for (const { category, thisYen, lastYen } of categories) {
      const condition = `s.category = '${category}' AND ${ours} AND (a.code = '${code}' OR a.code LIKE '${code}-%')`
      expect(thisYen).toBe(await recomputed(`${condition} AND ${thisYear}`))
      expect(lastYen).toBe(await recomputed(`${condition} AND ${lastYear}`))
    }
  }
})

test('each figure links to a list of exactly the postings it is made of', async () => {
  const { cut } = dashboard
  const listed = async (...subject: Parameters<typeof figureFilter> extends [unknown, ...infer Rest] ? Rest : never) =>
    (await listPostings(deps, { filter: figureFilter(cut, ...subject) })).totalYen
  for (const holding of ['own', 'custody'] as const) {
    const sources = dashboard.sources.filter((source) => source.holding === holding)
    expect(await listed('this', { holding })).toBe(sumYen(sources.map((source) => source.thisYen)))
    expect(await listed('last', { holding })).toBe(sumYen(sources.map((source) => source.lastYen)))
  }
  for (const { sourceId, holding, thisYen, lastYen } of dashboard.sources) {
    expect(await listed('this', { sourceId, holding })).toBe(thisYen)
    expect(await listed('last', { sourceId, holding })).toBe(lastYen)
  }
  for (const { areaId: districtId, categories } of dashboard.districts.slice(0, 6)) {
    for (const { category, thisYen, lastYen } of categories) {
      expect(await listed('this', { districtId, category })).toBe(thisYen)
      expect(await listed('last', { districtId, category })).toBe(lastYen)
    }
  }
  for (const { campaignId, collectedYen } of dashboard.campaigns) {
    expect(await listed('this', { campaignId })).toBe(collectedYen)
  }
})

test('NHK歳末 stands apart: in custody, and in no sum', async () => {
  const broadcaster = dashboard.campaigns.find((campaign) => campaign.drive === 'other')
  expect(broadcaster?.collectedYen).toBeGreaterThan(0)
  const all = sumYen(dashboard.sources.map((source) => source.thisYen))
  expect(all + (broadcaster?.collectedYen ?? 0)).toBe(await recomputed(thisYear))
})

test('custody is what the books still hold', async () => {
  for (const { campaignId, heldYen } of dashboard.campaigns) {
    const { rows } = await database.db.pool.query<{ held: number }>(
      `SELECT (-sum(amount_yen))::bigint AS held FROM posting WHERE campaign_id = $1 AND entry_date <= $2`,
      [campaignId, today],
    )
    expect(heldYen).toBe(rows[0]?.held ?? 0)
  }
})

test('a posted entry shows at once, although last year is remembered', async () => {
  const before = dashboard.sources.find((source) => source.category === 'other')
  await database.db.pool
    .query(`SELECT post_entries(jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'entryDate', '2026-12-20',
      'kind', 'receipt', 'description', '負担金', 'sourceKind', 'desk', 'sourceId', 'once', 'postedById', (SELECT id FROM user_account LIMIT 1),
      'postings', jsonb_build_array(
        jsonb_build_object('accountId', (SELECT id FROM ledger_account WHERE code = '1120'), 'amountYen', 1234),
        jsonb_build_object('accountId', (SELECT id FROM ledger_account WHERE code = '4700'), 'amountYen', -1234,
          'fundingSourceId', '${before?.sourceId}')))), '[]'::jsonb)`)
  const after = await fundingDashboard(deps, { fiscalYear: fiscalYear(2026) })
  expect(after.sources.find((source) => source.sourceId === before?.sourceId)?.thisYen).toBe(
    (before?.thisYen ?? 0) + 1_234,
  )
})

test('an area that another server moved counts in its new district at once', async () => {
  const area = await database.db.prisma.area.findFirstOrThrow({
    where: { children: { none: {} }, postings: { some: { fiscalYear: 2026, fundingSourceId: { not: null } } } },
    include: { areaType: true },
  })
  const district = await database.db.prisma.area.findFirstOrThrow({
    where: { areaTypeId: { not: area.areaTypeId }, id: { not: area.parentId ?? '' }, parent: { parentId: null } },
  })
  await fundingDashboard(deps, { fiscalYear: fiscalYear(2026) })
  await database.db.prisma.area.update({ where: { id: area.id }, data: { parentId: district.id } })
  const moved = await fundingDashboard(deps, { fiscalYear: fiscalYear(2026) })
  const figures = moved.districts.find(({ areaId }) => areaId === district.id)?.categories ?? []
  const below = `(a.id = '${district.id}' OR a.parent_id = '${district.id}')`
  expect(sumYen(figures.map(({ thisYen }) => thisYen))).toBe(await recomputed(`${below} AND ${thisYear} AND ${ours}`))
})

test('the cube holds every yen of every year, cell by cell', async () => {
  const cube = await fundingCube(deps)
  for (const [place, year] of cube.fiscalYears.entries()) {
    const sum = cube.cells.filter(([at]) => at === place).reduce((total, cell) => total + (cell[6] ?? 0), 0)
    expect(sum).toBe(await recomputed(`p.fiscal_year = ${year}`))
  }
})
