import { id } from '@sasaeai/domain/ids'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postContribution } from './post-contribution.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

test('the same slip sent twice at once is one entry, and both are answered with it', async () => {
  const slip = aSlip(council)
  const [first, second] = await Promise.all([bookSlip(council, slip), bookSlip(council, slip)])
  expect(second).toEqual(first)
  expect(await database.db.prisma.journalEntry.count()).toBe(1)
})

test('a dues kind belongs to dues alone, and every payment of dues has one', async () => {
  const { deps, actors } = council
  const post = (change: Parameters<typeof aSlip>[1]) => postContribution(deps, actors.accountant, aSlip(council, change))
  const field = 'duesKindId'
  expect(await post({ fundingSourceId: council.source('寄附金') })).toEqual({ ok: false, code: 'dues_kind_of_other_money', field })
  expect(await post({ duesKindId: undefined })).toEqual({ ok: false, code: 'dues_kind_missing', field })
})

test('a payer or an area that is gone is answered in words, and takes no number', async () => {
  const { deps, actors } = council
  const before = await bookSlip(council, aSlip(council))
  const nobody = aSlip(council, { supporterId: id(deps.newId()) })
  expect(await postContribution(deps, actors.accountant, nobody)).toEqual({ ok: false, code: 'reference_gone' })
  await database.db.prisma.area.delete({ where: { id: council.area('篠山町自治会') } })
  const nowhere = aSlip(council, { areaId: council.area('篠山町自治会') })
  expect(await postContribution(deps, actors.accountant, nowhere)).toMatchObject({ code: 'reference_gone' })
  expect((await bookSlip(council, aSlip(council))).entryNumber).toBe(before.entryNumber + 1)
})
