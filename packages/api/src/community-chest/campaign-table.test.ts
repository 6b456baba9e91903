import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { campaignDetailsSchema } from '@sasaeai/domain/community-chest/campaign-details'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveGroundItem } from '../council/save-ground-item.ts'
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
  saveGroundItem(council.deps, council.actors.accountant, { table, id: null, details })

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

test('a window that ends before it begins is refused with words', () => {
  const backwards = campaignDetailsSchema.safeParse({ ...nhk(), closesOn: '2026-11-30' })
  expect(backwards.error?.issues).toMatchObject([{ path: ['closesOn'], message: '終了日は開始日以後の日付にしてください。' }])
})
