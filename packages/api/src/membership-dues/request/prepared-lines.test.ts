import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { expectedDuesYen } from '@sasaeai/domain/membership-dues/request/expected-dues'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareDuesRequests } from './prepare-dues-requests.ts'

let database: TestDatabase
let council: ACouncil

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
})
afterAll(() => database.drop())

/** Every area below the root, with those below it. */
const below: Readonly<Record<string, readonly string[]>> = {
  日吉校区: ['日吉一丁目自治会', '日吉二丁目自治会'],
  日吉一丁目自治会: [],
  日吉二丁目自治会: [],
  篠山校区: ['篠山町自治会'],
  篠山町自治会: [],
}
const areas = Object.keys(below)
const members = [0, 1, 2, 3]

type Step =
  | { readonly do: 'count'; readonly area: string; readonly households: number | null }
  | { readonly do: 'join' | 'leave' | 'take'; readonly member: number; readonly units: number }
  | { readonly do: 'prepare' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('count' as const), area: fc.constantFrom(...areas), households: fc.option(fc.nat(500)) }),
  fc.record({ do: fc.constantFrom('join' as const, 'leave' as const, 'take' as const), member: fc.constantFrom(...members), units: fc.integer({ min: 1, max: 9 }) }),
  fc.constant({ do: 'prepare' as const }),
)

/** What the books of the council say after the steps, kept beside them. */
interface Council {
  readonly households: Map<string, number>
  readonly units: Map<number, number>
}

const day = toDateColumn(localDate('2026-04-01'))

test('however households and members came to be, the lines ask exactly those who are there now', async () => {
  const supporters = await layMembers()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const now: Council = { households: new Map(), units: new Map() }
      await forget()
      for (const each of steps) await take(each, now, supporters)
      await prepare()
      expect(await linesNow()).toEqual(linesOf(now))
      expect((await prepare()).every(({ added, changed, removed }) => added + changed + removed === 0)).toBe(true)
    }),
    { numRuns: 25 },
  )
})

/** An area with households asks, unless one below it has its own; a member asks for every 口. */
function linesOf({ households, units }: Council): string[] {
  const asked = areas.filter((area) => households.has(area) && !(below[area] ?? []).some((each) => households.has(each)))
  const terms = { household: { unit: 'household', unitYen: yen(500) }, unit: { unit: 'unit', unitYen: yen(5_000) } } as const
  return [
    ...asked.map((area) => `${area} ${expectedDuesYen(terms.household, { households: households.get(area) ?? 0, units: null })}`),
    ...[...units].map(([member, count]) => `会員${member} ${expectedDuesYen(terms.unit, { households: null, units: count })}`),
  ].toSorted()
}

async function linesNow(): Promise<string[]> {
  const lines = await database.db.prisma.duesExpectation.findMany({ include: { area: true, membership: { include: { supporter: true } } } })
  return lines.map(({ area, membership, expectedYen }) => `${membership?.supporter.name ?? area?.name} ${expectedYen}`).toSorted()
}

async function take(each: Step, { households, units }: Council, supporters: readonly string[]): Promise<void> {
  if (each.do === 'prepare') {
    await prepare()
    return
  }
  if (each.do === 'count') {
    await countHouseholds(each)
    if (each.households === null) households.delete(each.area)
    else households.set(each.area, each.households)
    return
  }
  const supporterId = supporters[each.member] ?? ''
  if (each.do === 'join' && !units.has(each.member)) {
    await database.db.prisma.membership.create({
      data: {
        id: council.deps.newId(), supporterId, duesKindId: council.duesKind('法人会費'), route: 'direct', joinedOn: day,
        units: { create: { effectiveOn: day, units: each.units } },
      },
    })
    units.set(each.member, each.units)
  } else if (each.do === 'take' && units.has(each.member)) {
    await database.db.prisma.membershipUnits.updateMany({ where: { membership: { supporterId } }, data: { units: each.units } })
    units.set(each.member, each.units)
  } else if (each.do === 'leave' && units.delete(each.member)) {
    await forgetMembers(supporterId)
  }
}

async function countHouseholds({ area, households }: { area: string; households: number | null }): Promise<void> {
  const key = { areaId: council.area(area), fiscalYear: council.fiscalYear, basis: 'association_membership' as const }
  await database.db.prisma.areaHousehold.deleteMany({ where: key })
  if (households !== null) await database.db.prisma.areaHousehold.create({ data: { ...key, households, asOf: day } })
}

async function prepare() {
  const outcome = await prepareDuesRequests(council.deps, council.actors.accountant, {
    fiscalYear: council.fiscalYear, duesKindIds: null, requestedOn: localDate('2026-05-01'), householdBasis: 'association_membership',
  })
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}

async function layMembers(): Promise<string[]> {
  const ids = members.map(() => council.deps.newId())
  await database.db.prisma.supporter.createMany({
    data: ids.map((id, index) => ({ id, number: index + 1, kind: 'organization' as const, name: `会員${index}`, searchText: `会員${index}` })),
  })
  return ids
}

/** As if the member had never been one: a line of it stands in the way of that only in these tests. */
async function forgetMembers(supporterId: string): Promise<void> {
  const { prisma } = database.db
  await prisma.membership.updateMany({ where: { supporterId, leftOn: null }, data: { leftOn: toDateColumn(localDate('2026-04-30')) } })
  await prepare()
  await prisma.membershipUnits.deleteMany({ where: { membership: { supporterId } } })
  await prisma.membership.deleteMany({ where: { supporterId } })
}

async function forget(): Promise<void> {
  const { prisma } = database.db
  await prisma.duesExpectation.deleteMany()
  await prisma.areaHousehold.deleteMany()
  await prisma.membershipUnits.deleteMany()
  await prisma.membership.deleteMany()
}
