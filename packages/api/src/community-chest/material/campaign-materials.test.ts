import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { IssueCampaignMaterialsInput } from '@sasaeai/domain/community-chest/material/campaign-material-input'
import type { MaterialItem } from '@sasaeai/domain/community-chest/material/material-item'
import { id } from '@sasaeai/domain/ids'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { campaignMaterials } from './campaign-material-queries.ts'
import { exportCampaignMaterials } from './export-campaign-materials.ts'
import { issueCampaignMaterials } from './issue-campaign-materials.ts'
import { saveCampaignMaterials } from './save-campaign-materials.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

const campaignId = () => council.campaign('赤い羽根共同募金')
const sheet = async () => (await campaignMaterials(council.deps, campaignId()))?.rows ?? []
const of = async (name: string) => (await sheet()).find((row) => row.name === name)?.materials
interface Written {
  readonly item: MaterialItem
  readonly revision: number | null
  readonly issued: number
}
const row = (name: string, { item, revision, issued }: Written) =>
  ({ areaId: council.area(name), item, revision, details: { issued, returned: 0, issuedOn: localDate('2026-09-01'), returnedOn: null } })
const save = (...rows: ReturnType<typeof row>[]) => saveCampaignMaterials(council.deps, council.actors.receptionist, { campaignId: campaignId(), rows })
const issue = (change: Partial<IssueCampaignMaterialsInput> = {}) =>
  issueCampaignMaterials(council.deps, council.actors.receptionist, {
    campaignId: campaignId(), items: ['feather', 'envelope'], byHouseholds: true, spare: 5, issuedOn: localDate('2026-09-01'), ...change,
  })

async function countHouseholds(name: string, households: number): Promise<void> {
  const counted = { areaId: council.area(name), fiscalYear: 2026, basis: 'association_membership', households } as const
  await database.db.prisma.areaHousehold.create({ data: { ...counted, asOf: toDateColumn(localDate('2026-04-01')) } })
}

test('the lowest areas are listed for a drive, and what another drive gave is not shown', async () => {
  await saveCampaignMaterials(council.deps, council.actors.receptionist, { campaignId: council.campaign('歳末たすけあい'), rows: [row('篠山町自治会', { item: 'poster', revision: null, issued: 3 })] })
  expect((await sheet()).map(({ name, parentName, materials }) => [name, parentName, materials.poster])).toEqual([
    ['日吉一丁目自治会', '日吉校区', null],
    ['日吉二丁目自治会', '日吉校区', null],
    ['篠山町自治会', '篠山校区', null],
  ])
  expect(await campaignMaterials(council.deps, id(council.deps.newId()))).toBeNull()
})

test('of two who write down the same item the second is told, and nothing of theirs is half saved', async () => {
  expect(await save(row('日吉一丁目自治会', { item: 'feather', revision: null, issued: 105 }), row('日吉一丁目自治会', { item: 'poster', revision: null, issued: 2 }))).toEqual({ ok: true, value: { saved: 1 } })
  const refused = await save(row('篠山町自治会', { item: 'feather', revision: null, issued: 80 }), row('日吉一丁目自治会', { item: 'feather', revision: null, issued: 1 }))
  expect(refused).toEqual({ ok: false, code: 'material_changed_meanwhile', about: '日吉一丁目自治会' })
  expect((await of('篠山町自治会'))?.feather).toBeNull()
  expect(await save(row('日吉一丁目自治会', { item: 'feather', revision: 1, issued: 110 }))).toMatchObject({ ok: true })
  expect(await of('日吉一丁目自治会')).toEqual({
    feather: { issued: 110, returned: 0, issuedOn: '2026-09-01', returnedOn: null, revision: 2 },
    envelope: null,
    poster: { issued: 2, returned: 0, issuedOn: '2026-09-01', returnedOn: null, revision: 1 },
  })
})

test('given to all by households and some to spare, posters by number; again, only what is missing', async () => {
  expect(await issue()).toEqual({ ok: false, code: 'material_households_missing' })
  await countHouseholds('日吉一丁目自治会', 102)
  await countHouseholds('日吉二丁目自治会', 80)
  await save(row('日吉二丁目自治会', { item: 'feather', revision: null, issued: 90 }))
  expect(await issue()).toEqual({ ok: true, value: { issued: 2, withoutHouseholds: 1 } })
  expect(await of('日吉一丁目自治会')).toMatchObject({ feather: { issued: 107 }, envelope: { issued: 107 }, poster: null })
  expect(await of('日吉二丁目自治会')).toMatchObject({ feather: { issued: 90 }, envelope: { issued: 85 } })
  expect(await issue()).toMatchObject({ value: { issued: 0 } })
  expect(await issue({ items: ['poster'], byHouseholds: false, spare: 2 })).toMatchObject({ value: { issued: 3, withoutHouseholds: 0 } })
  expect((await of('篠山町自治会'))?.poster).toMatchObject({ issued: 2, issuedOn: '2026-09-01' })
  const file = await exportCampaignMaterials(council.deps, { campaignId: campaignId(), format: 'xlsx' })
  expect(file).toMatchObject({ ok: true, value: { fileName: '募金資材_令和8年度_赤い羽根共同募金.xlsx' } })
})
