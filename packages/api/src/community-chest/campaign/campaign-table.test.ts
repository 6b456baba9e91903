import { readTableFile } from '@sasaeai/documents/read-table-file'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { type CampaignDetails, campaignDetailsSchema } from '@sasaeai/domain/community-chest/campaign/campaign-details'
import { id } from '@sasaeai/domain/ids'
import { yen } from '@sasaeai/domain/money/yen'
import { ledgerAccountDetailsSchema } from '@sasaeai/domain/ledger/ledger-account-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { setGoals } from '@sasaeai/testing/a-drive'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { momentOfBooks } from '@sasaeai/testing/moment-of-books'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { closeGroundItem } from '../../council/close-ground-item.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { ledgerAccountTable } from '../../ledger/ledger-account-table.ts'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { campaignOverview, campaignStanding } from './campaign-overview.ts'
import { campaignTable as table, listCampaigns } from './campaign-table.ts'
import { exportCampaigns } from './export-campaigns.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

const nhkFields = () => ({
  fiscalYear: council.fiscalYear,
  code: '3',
  name: 'NHK歳末たすけあい',
  drive: 'other' as const,
  opensOn: localDate('2026-12-01'),
  closesOn: localDate('2026-12-25'),
  custodyAccountId: council.account('預り金（その他）'),
})
const nhk = (change: Partial<z.input<typeof campaignDetailsSchema>> = {}) => campaignDetailsSchema.parse({ ...nhkFields(), ...change })
const save = (details: CampaignDetails) =>
  saveGroundItem(council.deps, council.actors.accountant, { table, id: null, revision: null, details })

test('another drive of the year is added with its window and the account that holds its money', async () => {
  expect(await save(nhk())).toMatchObject({ ok: true })
  expect((await listCampaigns(council.deps.db)).map((campaign) => campaign.name)).toEqual([
    '赤い羽根共同募金', '歳末たすけあい', 'NHK歳末たすけあい',
  ])
})

test('a campaign that would hold its money in income, or in a year that is not open, is refused', async () => {
  expect(await save({ ...nhk(), code: '4', custodyAccountId: council.account('寄附金収入') })).toEqual({
    ok: false, code: 'custody_account_unusable', field: 'custodyAccountId',
  })
  expect(await save({ ...nhk(), code: '4', fiscalYear: fiscalYear(2027) })).toEqual({ ok: false, code: 'year_not_open' })
})

test('a campaign with money in the books keeps its kind, its year and its account, but not its name', async () => {
  const { deps, actors } = council
  const found = (await listCampaigns(deps.db)).find(({ drive }) => drive === 'red_feather')
  if (found === undefined) throw new Error('no red feather')
  const change = async (changes: Partial<CampaignDetails>) => {
    const revision = (await listCampaigns(deps.db)).find((each) => each.id === found.id)?.revision ?? null
    return saveGroundItem(deps, actors.accountant, {
      table, id: found.id, revision, details: campaignDetailsSchema.parse({ ...found, ...changes }),
    })
  }
  expect(await change({ drive: 'other' })).toMatchObject({ ok: true })
  expect(await change({})).toMatchObject({ ok: true })
  await bookSlip(council, aSlip(council, {
    fundingSourceId: council.source('共同募金'),
    campaignId: found.id,
    collectionMethodId: council.method('戸別募金'),
    duesKindId: undefined,
  }))
  expect(await change({ drive: 'other' })).toEqual({ ok: false, code: 'campaign_in_use', field: 'drive' })
  expect(await change({ custodyAccountId: council.account('預り金（その他）') })).toMatchObject({ field: 'custodyAccountId' })
  expect(await change({ name: '赤い羽根' })).toMatchObject({ ok: true })
})

test('a window that ends before it begins is refused with words', () => {
  const backwards = campaignDetailsSchema.safeParse({ ...nhkFields(), closesOn: '2026-11-30' })
  expect(backwards.error?.issues).toMatchObject([{ path: ['closesOn'], message: '終了日は開始日以後の日付にしてください。' }])
})

test('a day of publishing needs a goal, a テーマ型募金 its group, and no other drive has one', () => {
  const pathOf = (change: Partial<z.input<typeof campaignDetailsSchema>>) =>
    campaignDetailsSchema.safeParse({ ...nhkFields(), ...change }).error?.issues.map(({ path }) => path.join())
  const groupId = council.deps.newId()
  expect(pathOf({ goalPublishedOn: '2026-09-01' })).toEqual(['goalYen'])
  expect(pathOf({ drive: 'themed' })).toEqual(['groupId'])
  expect(pathOf({ groupId })).toEqual(['groupId'])
  expect(pathOf({ drive: 'themed', groupId, goalYen: 300_000, goalPublishedOn: '2026-09-01', suggestedYen: 500 })).toBeUndefined()
})

test('a drive of the 支会 book has its cash there, one of the council has none of its own', async () => {
  const { deps, actors } = council
  const account = async (code: string, name: string, category: 'asset' | 'liability') => {
    const details = ledgerAccountDetailsSchema.parse({ code, name, category, book: 'branch' })
    const saved = await saveGroundItem(deps, actors.accountant, { table: ledgerAccountTable, id: null, revision: null, details })
    if (!saved.ok) throw new Error(saved.code)
    return id<'LedgerAccountId'>(saved.value.id)
  }
  const cash = await account('9110', '支会 現金', 'asset')
  const custody = await account('9210', '支会 預り金', 'liability')
  const refused = { ok: false, code: 'campaign_cash_unusable', field: 'cashAccountId' }
  expect(await save(nhk({ code: '5', custodyAccountId: custody }))).toEqual(refused)
  expect(await save(nhk({ code: '5', custodyAccountId: custody, cashAccountId: council.account('現金') }))).toEqual(refused)
  expect(await save(nhk({ code: '5', cashAccountId: cash }))).toEqual(refused)
  expect(await save(nhk({ code: '5', custodyAccountId: custody, cashAccountId: cash }))).toMatchObject({ ok: true })
  // What a drive keeps its money in stays in its book, and in use.
  const moved = ledgerAccountDetailsSchema.parse({ code: '9110', name: '支会 現金', category: 'asset' })
  expect(await saveGroundItem(deps, actors.accountant, { table: ledgerAccountTable, id: cash, revision: 1, details: moved })).toEqual({
    ok: false, code: 'account_book_in_use', field: 'book',
  })
  expect(await closeGroundItem(deps, actors.accountant, { table: ledgerAccountTable, id: cash })).toMatchObject({
    ok: false, code: 'account_still_needed', about: '運動「NHK歳末たすけあい」',
  })
})

test('the drives of a year stay as they were at a moment, whatever is booked, undone, planned, renamed, closed and deleted since', async () => {
  const { fiscalYear: year, actors: { accountant } } = council
  // By the clock that entries are posted by; the council's stands still.
  const deps = { ...council.deps, now: () => new Date() }
  const campaignId = council.campaign('赤い羽根共同募金')
  const collect = (amountYen: number) => bookSlip(council, aSlip(council, {
    fundingSourceId: council.source('共同募金'), campaignId, collectionMethodId: council.method('戸別募金'), duesKindId: undefined, amountYen: yen(amountYen),
  }))
  const mistaken = await collect(4_000)
  await setGoals(council, [{ campaign: campaignId, method: '戸別募金', area: '日吉校区', targetYen: 60_000 }])
  const then = await campaignOverview(deps, year)
  const aloneThen = await campaignStanding(deps, campaignId)
  const postedUntil = await momentOfBooks(database.db)
  const at = async () => readPageMoment(deps, postedUntil)
  expect(await campaignOverview(deps, year, await at())).toEqual(then)

  await reverseEntry(deps, accountant, { entryId: mistaken.id, reversalDate: localDate('2026-10-20'), reason: '金額の誤り' })
  await collect(70_000)
  const { prisma } = database.db
  await prisma.campaignGoal.updateMany({ data: { targetYen: 90_000n } })
  await prisma.communityChestRules.updateMany({ data: { rateDecimals: 2 } })
  await prisma.campaign.update({ where: { id: campaignId }, data: { name: '赤い羽根（改）', goalYen: 95_000n, closesOn: new Date('2026-12-31') } })
  await prisma.campaign.update({ where: { id: council.campaign('歳末たすけあい') }, data: { closedOn: new Date('2026-12-31') } })
  await prisma.campaign.deleteMany({ where: { code: '5' } })
  expect(await save(nhk({ code: '6', name: '災害義援金' }))).toMatchObject({ ok: true })

  expect(await campaignOverview(deps, year, await at())).toEqual(then)
  expect(await campaignStanding(deps, campaignId, await at())).toEqual(aloneThen)
  expect(aloneThen).toMatchObject({ name: '赤い羽根', measuredGoalYen: 60_000, collectedYen: 29_500, heldYen: 29_500, closedOn: null })
  expect(await campaignStanding(deps, campaignId)).toMatchObject({ name: '赤い羽根（改）', measuredGoalYen: 95_000, collectedYen: 95_500, heldYen: 95_500 })
  const now = await campaignOverview(deps, year)
  expect([then, now].map(({ campaigns }) => campaigns.map(({ code }) => code).join())).toEqual(['1,2,3,5', '1,2,3,6'])
  expect([then.rules.decimals, now.rules.decimals]).toEqual([1, 2])
  const added = now.campaigns.find(({ code }) => code === '6')
  expect(added === undefined ? undefined : await campaignStanding(deps, added.id, await at())).toBeNull()

  const file = await exportCampaigns(deps, { fiscalYear: year, postedUntil, format: 'xlsx' })
  if (!file.ok) throw new Error(file.code)
  const exported = await readTableFile(Buffer.from(file.value.content, 'base64'))
  if (!exported.ok) throw new Error(exported.code)
  expect(exported.unreadSheets.at(-1)).toBe('時点')
  expect(exported.lines.find(({ cells }) => cells[0] === '1')?.cells.slice(1, 10)).toEqual([
    '赤い羽根', '赤い羽根共同募金', '2026-10-01', '2027-03-31', expect.any(String), '60000', '29500', '49.2%', '—',
  ])
})
