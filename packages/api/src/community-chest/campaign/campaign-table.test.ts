import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { type CampaignDetails, campaignDetailsSchema } from '@sasaeai/domain/community-chest/campaign/campaign-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { campaignTable as table, listCampaigns } from './campaign-table.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

const nhk = () => ({
  fiscalYear: council.fiscalYear,
  code: '3',
  name: 'NHK歳末たすけあい',
  drive: 'other' as const,
  opensOn: localDate('2026-12-01'),
  closesOn: localDate('2026-12-25'),
  custodyAccountId: council.account('預り金（その他）'),
})
const save = (details: ReturnType<typeof nhk>) =>
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
    const revision = (await listCampaigns(deps.db)).find(({ id }) => id === found.id)?.revision ?? null
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
  const backwards = campaignDetailsSchema.safeParse({ ...nhk(), closesOn: '2026-11-30' })
  expect(backwards.error?.issues).toMatchObject([{ path: ['closesOn'], message: '終了日は開始日以後の日付にしてください。' }])
})
