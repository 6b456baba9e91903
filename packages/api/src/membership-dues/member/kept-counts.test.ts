import { openDatabase } from '@sasaeai/db/database'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { membershipListSchema } from '@sasaeai/domain/membership-dues/member/membership-list-input'
import { aCouncil } from '@sasaeai/testing/a-council'
import { aMember } from '@sasaeai/testing/an-asking'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Deps } from '../../deps.ts'
import { countMembers } from './count-members.ts'
import { listMembers } from './list-members.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

test('counts and 口 that are kept follow every change of a membership, whichever server makes it', async () => {
  const council = await aCouncil(database.db)
  const duesKindId = council.duesKind('法人会費')
  const other = openDatabase(database.ownerUrl)
  const counted = async (deps: Deps) => {
    const { totals } = await listMembers(deps, membershipListSchema.parse({ fiscalYear: council.fiscalYear }))
    const { kinds } = await countMembers(deps, { fiscalYear: council.fiscalYear })
    const own = kinds.find((kind) => kind.duesKindId === duesKindId)?.thisYear
    // What is listed and what stands above it agree.
    expect([own?.now, own?.units]).toEqual([totals?.count, totals?.units])
    return [totals?.count, totals?.units, own?.left]
  }
  const onBoth = async () => [await counted(council.deps), await counted({ ...council.deps, db: other })]
  expect(await onBoth()).toEqual([[0, 0, 0], [0, 0, 0]])
  const { membershipId } = await aMember(council, { name: '直接商店', duesKindId, units: 2 })
  expect(await onBoth()).toEqual([[1, 2, 0], [1, 2, 0]])
  await other.prisma.membershipUnits.create({ data: { membershipId, effectiveOn: toDateColumn(localDate('2026-10-01')), units: 5 } })
  expect(await onBoth()).toEqual([[1, 5, 0], [1, 5, 0]])
  await other.prisma.membership.update({ where: { id: membershipId }, data: { leftOn: toDateColumn(localDate('2026-10-10')) } })
  expect(await onBoth()).toEqual([[0, 0, 1], [0, 0, 1]])
  await other.close()
})
