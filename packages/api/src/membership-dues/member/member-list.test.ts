import { fiscalYear, firstDayOf, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { addDays, localDate, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type DuesKindId, id, type SupporterId } from '@sasaeai/domain/ids'
import { membershipFilterSchema, membershipListSchema } from '@sasaeai/domain/membership-dues/member/membership-list-input'
import { membershipListStates } from '@sasaeai/domain/membership-dues/member/membership-list-choice'
import { membershipMovement, type MembershipPeriod, membershipStateOn } from '@sasaeai/domain/membership-dues/member/membership-state'
import { yen } from '@sasaeai/domain/money/yen'
import { supporterSearchText } from '@sasaeai/domain/supporter/supporter-search-text'
import { aCouncil, type ACouncil } from '@sasaeai/testing/a-council'
import { aSlip, bookSlip } from '@sasaeai/testing/a-slip'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countMembers } from './count-members.ts'
import { listMembers, type MemberRow } from './list-members.ts'

interface Laid extends MembershipPeriod {
  readonly membershipId: string
  readonly duesKindId: DuesKindId
}

let database: TestDatabase
let council: ACouncil
let laid: Laid[]
let paying: SupporterId
const today = localDate('2026-10-15')

beforeAll(async () => {
  database = await createTestDatabase()
  council = await aCouncil(database.db)
  laid = await layMembers()
  const { areaId: _area, ...slip } = aSlip(council, { duesKindId: council.duesKind('法人会費'), amountYen: yen(5_000), count: 1 })
  await bookSlip(council, { ...slip, supporterId: paying })
})
afterAll(() => database.drop())

/** Sixty supporters with up to three memberships of two kinds each, made up anew by a fixed seed. */
async function layMembers(): Promise<Laid[]> {
  const { prisma } = database.db
  const memberships: Laid[] = []
  const spans = fc.sample(fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 500 })), { minLength: 1, maxLength: 3 }), { numRuns: 60, seed: 7 })
  for (const [index, span] of spans.entries()) {
    const supporterId = id<'SupporterId'>(council.deps.newId())
    const named = { number: index + 1, name: `会員${index}`, kana: `カイイン${'アイウエオ'[index % 5] ?? ''}`, phone: '', address: '' }
    await prisma.supporter.create({
      data: { ...named, id: supporterId, kind: 'organization', areaId: council.area('篠山町自治会'), searchText: supporterSearchText(named) },
    })
    if (index === 0) paying = supporterId
    const duesKindId = council.duesKind(index % 3 === 0 ? '法人会費' : '特別会費')
    let free = localDate('2024-04-01')
    for (const [place, [gap, length]] of span.entries()) {
      const joinedOn = addDays(free, gap)
      const staysOn = place === span.length - 1 && index % 2 === 0
      const leftOn = staysOn ? null : addDays(joinedOn, length)
      free = addDays(joinedOn, length + 1)
      const membershipId = council.deps.newId()
      memberships.push({ membershipId, duesKindId, joinedOn, leftOn, isRejoined: place > 0 })
      await prisma.membership.create({
        data: {
          id: membershipId, supporterId, duesKindId, route: 'direct', joinedOn: column(joinedOn), leftOn: leftOn === null ? null : column(leftOn),
          units: { create: [{ effectiveOn: column(joinedOn), units: 1 }, { effectiveOn: column(addDays(joinedOn, 30)), units: 3 }] },
        },
      })
    }
  }
  return memberships
}

const column = (day: LocalDate) => new Date(`${day}T00:00:00Z`)

async function wholeList(input: Record<string, unknown>): Promise<{ rows: MemberRow[]; count: number | undefined; units: number | undefined }> {
  const filter = membershipFilterSchema.parse({ fiscalYear: 2026, ...input })
  const first = await listMembers(council.deps, membershipListSchema.parse({ ...filter, limit: 7 }))
  const rows = [...first.rows]
  for (let { next } = first; next !== null;) {
    const page = await listMembers(council.deps, membershipListSchema.parse({ ...filter, limit: 7, cursor: next }))
    rows.push(...page.rows)
    ;({ next } = page)
  }
  return { rows, count: first.totals?.count, units: first.totals?.units }
}

test.each([['2026', today], ['2025', localDate('2026-03-31')], ['2027', localDate('2027-04-01')]])(
  'the list of %s holds each state as the rule tells it, over all pages, with exact count and 口',
  async (year, day) => {
    for (const state of membershipListStates) {
      const expected = laid.filter((period) => {
        const own = membershipStateOn(period, day)
        return state === 'present' ? own === 'new' || own === 'rejoined' || own === 'continuing' : own === state
      })
      const { rows, count, units } = await wholeList({ fiscalYear: Number(year), state })
      expect(rows.map(({ membershipId }) => membershipId).sort()).toEqual(expected.map(({ membershipId }) => membershipId).sort())
      expect(rows.every((row) => (state === 'present' ? true : row.state === state))).toBe(true)
      expect([count, units]).toEqual([rows.length, rows.reduce((sum, row) => sum + row.units, 0)])
    }
  },
)

test('the counts of each kind are those of the rule, this year and last year to the same day', async () => {
  for (const year of [2025, 2026, 2027].map(fiscalYear)) {
    const { day, lastYearDay, kinds } = await countMembers(council.deps, { fiscalYear: year })
    expect(fiscalYearOf(day)).toBe(year)
    for (const { duesKindId, thisYear, lastYear } of kinds) {
      const own = laid.filter((period) => period.duesKindId === duesKindId)
      expect(thisYear).toMatchObject(membershipMovement(own, day))
      expect(lastYear).toMatchObject(membershipMovement(own, lastYearDay))
    }
    expect(firstDayOf(year) <= day).toBe(true)
  }
})

test('members are found by kind, area, payment and what is typed', async () => {
  const corporate = council.duesKind('法人会費')
  const ofKind = await wholeList({ duesKindId: corporate })
  expect(new Set(ofKind.rows.map(({ duesKindName }) => duesKindName))).toEqual(new Set(['法人会費']))
  const [paid, unpaid] = await Promise.all([
    wholeList({ duesKindId: corporate, payment: 'paid' }),
    wholeList({ duesKindId: corporate, payment: 'unpaid' }),
  ])
  expect(paid.rows.map(({ receivedYen }) => receivedYen)).toEqual([5_000])
  expect((paid.count ?? 0) + (unpaid.count ?? 0)).toBe(ofKind.count)
  expect((await wholeList({ areaId: council.area('篠山校区') })).count).toBe((await wholeList({})).count)
  expect((await wholeList({ areaId: council.area('日吉校区') })).count).toBe(0)
  const byNumber = await wholeList({ text: '会員12' })
  expect(byNumber.rows.every(({ name }) => name === '会員12')).toBe(true)
})
