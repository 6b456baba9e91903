import { type Db, openDatabase } from '@sasaeai/db/database'
import { fromDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import { firstDayOf, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { duesCut } from '@sasaeai/domain/membership-dues/progress/dues-cut'
import { yen } from '@sasaeai/domain/money/yen'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { aMember, anAsking } from '@sasaeai/testing/an-asking'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PostedEntry } from '../../ledger/post-entries.ts'
import { reverseEntry } from '../../ledger/reverse-entry.ts'
import { readDuesProgress } from './dues-progress-query.ts'

type Member = Awaited<ReturnType<typeof aMember>>

let database: TestDatabase
let council: ACouncil
/** Two servers: what one keeps in memory, the other knows nothing of. */
let servers: readonly [Db, Db]
let members: readonly Member[]

const places = ['日吉一丁目自治会', '日吉二丁目自治会', '篠山町自治会']

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  const corporate = council.duesKind('法人会費')
  const one = council.area('日吉一丁目自治会')
  const through = await aMember(council, { name: '地元工務店', duesKindId: corporate, units: 1, through: one })
  const direct = await aMember(council, { name: '直接商店', duesKindId: corporate, units: 2 })
  await database.db.prisma.membership.update({ where: { id: direct.membershipId }, data: { joinedOn: toDateColumn(localDate('2025-05-01')) } })
  const again = await aMember(council, { name: '再来堂', duesKindId: corporate, units: 1 })
  members = [through, direct, again, { ...again, membershipId: await joinAgain(again) }]
  await anAsking(council, council.duesKind('一般会費'), [{ areaId: one, households: 102, expectedYen: 51_000 }])
  await anAsking(council, corporate, members.map(({ membershipId }, place) => ({
    membershipId, ...(place % 3 === 0 ? { areaId: one } : {}), units: 1, expectedYen: 5_000,
  })))
  servers = [openDatabase(database.ownerUrl), openDatabase(database.ownerUrl)]
})
afterAll(async () => {
  await Promise.all(servers.map((db) => db.close()))
  await database.drop()
})

/** Who left in June and has been back since August, through the association. */
async function joinAgain({ supporterId, membershipId }: Member): Promise<Member['membershipId']> {
  await changeMembership(membershipId, { leftOn: localDate('2026-06-30') })
  const back = await aMember(council, { name: '再来堂', duesKindId: council.duesKind('法人会費'), units: 1, through: council.area('日吉一丁目自治会') })
  await database.db.prisma.membership.update({
    where: { id: back.membershipId },
    data: { supporterId, joinedOn: toDateColumn(localDate('2026-08-01')) },
  })
  return back.membershipId
}

async function changeMembership(id: Member['membershipId'], { leftOn }: { leftOn: LocalDate | null }): Promise<void> {
  await database.db.prisma.membership.update({ where: { id }, data: { leftOn: leftOn === null ? null : toDateColumn(leftOn) } })
}

type Step =
  | { readonly do: 'pay'; readonly server: number; readonly day: LocalDate; readonly place: number; readonly payer: number; readonly isLastYear: boolean; readonly amount: number }
  | { readonly do: 'reverse'; readonly server: number; readonly pick: number }
  | { readonly do: 'reroute'; readonly isDirect: boolean }
  | { readonly do: 'leave'; readonly leftOn: LocalDate | null }
  | { readonly do: 'adjust'; readonly expectedYen: number }
  | { readonly do: 'look'; readonly server: number; readonly until: LocalDate }

const server = fc.constantFrom(0, 1)
const anyDay = fc.constantFrom('2026-04-01', '2026-10-14', '2026-10-15', '2027-03-31').map(localDate)
/** Seen from the year after, last year's dues of the same day are those of the days above. */
const anyUntil = fc.constantFrom('2026-04-01', '2026-10-15', '2027-03-31', '2027-04-10', '2027-10-20').map(localDate)
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({
    do: fc.constant('pay' as const), server, day: anyDay, place: fc.nat({ max: 3 }), payer: fc.nat({ max: 3 }), isLastYear: fc.boolean(),
    amount: fc.integer({ min: 1, max: 9_000 }),
  }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reverse' as const), server, pick: fc.nat() }) },
  fc.record({ do: fc.constant('reroute' as const), isDirect: fc.boolean() }),
  fc.record({ do: fc.constant('leave' as const), leftOn: fc.option(fc.constantFrom('2026-04-10', '2027-03-31').map(localDate)) }),
  fc.record({ do: fc.constant('adjust' as const), expectedYen: fc.integer({ min: 0, max: 90_000 }) }),
  fc.record({ do: fc.constant('look' as const), server, until: anyUntil }),
)

test('progress that is kept is what the books, the members and the requests say, whichever server pays and looks', async () => {
  const posted: PostedEntry[] = []
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(anyStep, { maxLength: 4 }), { maxLength: 6 }), anyUntil, async (rounds, until) => {
      for (const round of rounds) await Promise.all(round.map((step) => take(step, posted)))
      const expected = await countedFacts(until)
      for (const db of servers) expect(await keptFacts(db, until)).toEqual(expected)
    }),
    { numRuns: 40 },
  )
})

async function take(step: Step, posted: PostedEntry[]): Promise<void> {
  const deps = { ...council.deps, db: servers['server' in step ? step.server : 0] ?? servers[0] }
  switch (step.do) {
    case 'look':
      await readDuesProgress(deps, { fiscalYear: council.fiscalYear, until: step.until })
      return
    case 'pay': {
      const payer = members[step.payer]
      const { areaId: _area, ...slip } = aSlip(council, {
        entryDate: step.day,
        amountYen: yen(step.amount),
        duesKindId: council.duesKind(step.amount % 3 === 0 ? '一般会費' : '法人会費'),
        duesYear: duesCut({ fiscalYear: council.fiscalYear }, step.day)[step.isLastYear ? 'lastYear' : 'fiscalYear'],
      })
      const place = places[step.place]
      posted.push(await bookSlip({ ...council, deps }, {
        ...slip,
        ...(place === undefined ? {} : { areaId: council.area(place) }),
        ...(payer === undefined || step.amount % 3 === 0 ? {} : { supporterId: payer.supporterId }),
      }))
      return
    }
    case 'reverse': {
      const entry = posted[step.pick % posted.length]
      // What is refused, because it was reversed before, changes nothing.
      if (entry !== undefined) await reverseEntry(deps, council.actors.accountant, { entryId: entry.id, reversalDate: localDate('2026-10-15'), reason: '誤り' })
      return
    }
    case 'reroute':
      await database.db.prisma.membership.update({
        where: { id: members[0]?.membershipId ?? '' },
        data: step.isDirect ? { route: 'direct', areaId: null } : { route: 'association', areaId: council.area('日吉一丁目自治会') },
      })
      return
    case 'leave':
      if (members[1] !== undefined) await changeMembership(members[1].membershipId, step)
      return
    case 'adjust':
      await database.db.prisma.duesExpectation.updateMany({
        where: { areaId: council.area('日吉一丁目自治会'), membershipId: null },
        data: { expectedYen: step.expectedYen },
      })
  }
}

type Facts = Record<string, Record<string, number>>

async function keptFacts(db: Db, until: LocalDate): Promise<Facts> {
  const { facts } = await readDuesProgress({ ...council.deps, db }, { fiscalYear: council.fiscalYear, until })
  return Object.fromEntries(facts.map(({ areaId, duesKindId, ...figures }) => [`${areaId}/${duesKindId}`, figures]))
}

/** The same by the plainest way: every posting, every membership and every line of a request, one by one. */
async function countedFacts(until: LocalDate): Promise<Facts> {
  const { prisma } = database.db
  const { fiscalYear, lastYear, lastUntil } = duesCut({ fiscalYear: council.fiscalYear, until }, until)
  const [postings, memberships, lines] = await Promise.all([
    prisma.posting.findMany({ where: { duesKindId: { not: null }, fundingSourceId: { not: null } } }),
    prisma.membership.findMany(),
    prisma.duesExpectation.findMany({ where: { isWithinArea: false }, include: { request: true, membership: true } }),
  ])
  const facts: Facts = {}
  const add = (areaId: string | null, duesKindId: string | null, figures: Record<string, number>) => {
    const fact = (facts[`${areaId}/${duesKindId}`] ??= {
      askedHouseholds: 0, paidHouseholds: 0, askedMembers: 0, paidMembers: 0, askedUnits: 0, expectedYen: 0, receivedYen: 0, lastYen: 0,
    })
    for (const [figure, value] of Object.entries(figures)) fact[figure] = (fact[figure] ?? 0) + value
  }
  const paid = new Map<string, number>()
  for (const { duesYear, entryDate, areaId, duesKindId, supporterId, amountYen, count } of postings) {
    const day = fromDateColumn(entryDate)
    const isLastYear = duesYear === lastYear
    if (duesYear !== (isLastYear ? lastYear : fiscalYear) || day > (isLastYear ? lastUntil : until)) continue
    const isDirect = memberships.some((member) => member.supporterId === supporterId && member.duesKindId === duesKindId
      && member.route === 'direct' && fromDateColumn(member.joinedOn) <= lastDayOf(isLastYear ? lastYear : fiscalYear)
      && (member.leftOn === null || fromDateColumn(member.leftOn) >= firstDayOf(isLastYear ? lastYear : fiscalYear)))
    const byHousehold = duesKindId === council.duesKind('一般会費') ? count : 0
    const received = { receivedYen: -Number(amountYen), paidHouseholds: byHousehold }
    add(isDirect ? null : areaId, duesKindId, isLastYear ? { lastYen: -Number(amountYen) } : received)
    if (!isLastYear) paid.set(`${supporterId}/${duesKindId}`, (paid.get(`${supporterId}/${duesKindId}`) ?? 0) - Number(amountYen))
  }
  // Where all was taken back, it is as if nothing had come.
  for (const [key, figures] of Object.entries(facts)) if (Object.values(figures).every((value) => value === 0)) delete facts[key]
  for (const { request, membership, areaId, households, units, expectedYen } of lines) {
    const hasPaid = membership !== null && (paid.get(`${membership.supporterId}/${request.duesKindId}`) ?? 0) > 0
    add(areaId, request.duesKindId, {
      askedHouseholds: households ?? 0, askedMembers: membership === null ? 0 : 1, paidMembers: hasPaid ? 1 : 0, askedUnits: units ?? 0,
      expectedYen: Number(expectedYen),
    })
  }
  return facts
}
