import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { type ACouncil, aCouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listDuesMaterials } from './dues-material-queries.ts'
import { issueDuesMaterials } from './issue-dues-materials.ts'
import { saveDuesMaterials } from './save-dues-materials.ts'

let database: TestDatabase
let council: ACouncil

beforeEach(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterEach(() => database.drop())

const details = { envelopesIssued: 105, envelopesReturned: 0, slipsIssued: 1, slipsReturned: 0, issuedOn: null, returnedOn: null, note: '' }
const list = () => listDuesMaterials(database.db, council.fiscalYear)
const rowOf = async (name: string) => (await list()).find((row) => row.name === name)

function save(name: string, revision: number | null, change: Partial<typeof details> = {}) {
  const rows = [{ areaId: council.area(name), revision, details: { ...details, ...change } }]
  return saveDuesMaterials(council.deps, council.actors.receptionist, { fiscalYear: council.fiscalYear, rows })
}

const issue = (change: { withSlips?: boolean; spare?: number } = {}) =>
  issueDuesMaterials(council.deps, council.actors.receptionist, {
    fiscalYear: council.fiscalYear,
    withEnvelopes: true,
    withSlips: false,
    spare: 5,
    issuedOn: localDate('2026-05-01'),
    ...change,
  })

async function countHouseholds(name: string, households: number): Promise<void> {
  const counted = { areaId: council.area(name), fiscalYear: 2026, basis: 'association_membership', households } as const
  await database.db.prisma.areaHousehold.create({ data: { ...counted, asOf: toDateColumn(localDate('2026-04-01')) } })
}

test('the lowest areas are listed, with nothing written down to begin with', async () => {
  expect((await list()).map(({ name, parentName, revision }) => [name, parentName, revision])).toEqual([
    ['日吉一丁目自治会', '日吉校区', null],
    ['日吉二丁目自治会', '日吉校区', null],
    ['篠山町自治会', '篠山校区', null],
  ])
})

test('of two who write down the same area the second is told, and nothing of theirs is half saved', async () => {
  expect(await save('日吉一丁目自治会', null)).toEqual({ ok: true, value: { saved: 1 } })
  const rows = [
    { areaId: council.area('篠山町自治会'), revision: null, details },
    { areaId: council.area('日吉一丁目自治会'), revision: null, details: { ...details, note: '二人目' } },
  ]
  const refused = await saveDuesMaterials(council.deps, council.actors.accountant, { fiscalYear: council.fiscalYear, rows })
  expect(refused).toEqual({ ok: false, code: 'material_changed_meanwhile', about: '日吉一丁目自治会' })
  expect((await rowOf('篠山町自治会'))?.revision).toBeNull()
  expect(await save('日吉一丁目自治会', 1, { envelopesReturned: 100 })).toMatchObject({ ok: true })
  expect(await rowOf('日吉一丁目自治会')).toMatchObject({ revision: 2, envelopesIssued: 105, envelopesReturned: 100, note: '' })
})

test('given to all by households and some to spare; again, only what is missing', async () => {
  expect(await issue()).toEqual({ ok: false, code: 'material_households_missing' })
  await countHouseholds('日吉一丁目自治会', 102)
  await countHouseholds('日吉二丁目自治会', 80)
  await save('日吉二丁目自治会', null, { envelopesIssued: 90, slipsIssued: 0 })
  expect(await issue()).toEqual({ ok: true, value: { issued: 1, withoutHouseholds: 1 } })
  expect(await rowOf('日吉一丁目自治会')).toMatchObject({ envelopesIssued: 107, slipsIssued: 0, issuedOn: '2026-05-01' })
  expect(await rowOf('日吉二丁目自治会')).toMatchObject({ envelopesIssued: 90 })
  expect(await issue()).toMatchObject({ value: { issued: 0 } })
  expect(await issue({ withSlips: true })).toMatchObject({ value: { issued: 2 } })
  expect(await rowOf('日吉二丁目自治会')).toMatchObject({ envelopesIssued: 90, slipsIssued: 85 })
})
