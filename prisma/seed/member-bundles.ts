import { type FiscalYear, firstDayOf, fiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { addDays, type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import { unitsOn } from '@sasaeai/domain/membership-dues/member/membership-units'
import { type Bundle, codes, type DemoYear, type Slip } from './demo-bundle.ts'
import type { DemoMember } from './demo-members.ts'
import { demoUnitYen } from './demo-terms.ts'
import { nearestOfficeDay, officeDayIn, type Season } from './office-days.ts'

/** The day on which a year's members are looked at, and asked. */
export function requestDayOf(year: FiscalYear): LocalDate {
  return nearestOfficeDay(localDate(`${year}-05-01`))
}

/** What members of the year pay directly, in its season, in the April after it, and now and then twice. */
export function memberBundles(demo: DemoYear): Bundle[] {
  const payments = [
    ...demo.members.filter(({ route }) => route === 'direct').flatMap((member) => directPayments(demo, member)),
    ...demo.members.flatMap((member) => latePayments(demo, member)),
    ...paidTwice(demo),
  ]
  return bundled(demo, payments)
}

/** What an association brings for its own members, beside the envelopes of the households. */
export function slipsThrough(demo: DemoYear, areaId: string): Slip[] {
  return demo.members
    .filter((member) => member.route === 'association' && member.areaId === areaId)
    .filter((member) => member.habits.get(demo.year) === 'in_time' && isAsked(member, demo.year))
    .map((member) => slipOf(demo, member, { units: unitsOn(member.units, requestDayOf(demo.year)) ?? 1 }))
}

interface Payment {
  readonly on: LocalDate
  readonly slip: Slip
}

function isAsked({ joinedOn, leftOn }: DemoMember, year: FiscalYear): boolean {
  const day = requestDayOf(year)
  return joinedOn <= day && (leftOn === null || leftOn > day)
}

function directPayments(demo: DemoYear, member: DemoMember): Payment[] {
  const { year, random } = demo
  if (member.habits.get(year) !== 'in_time') return []
  const season = seasonOf(member, year)
  const on = isAsked(member, year) ? officeDayIn(season, random) : joiningPayment(demo, member)
  if (on === null || (member.leftOn !== null && member.leftOn < on)) return []
  const units = unitsOn(member.units, on) ?? 1
  return [{ on, slip: slipOf(demo, member, { units }) }, ...furtherUnits(demo, member, { on, units })]
}

/** Who joins within the year pays a week later. */
function joiningPayment({ year }: DemoYear, { joinedOn }: DemoMember): LocalDate | null {
  const on = nearestOfficeDay(addDays(joinedOn, 7))
  return fiscalYearOf(joinedOn) === year && fiscalYearOf(on) === year ? on : null
}

/** 口 that were added after the payment are paid for by themselves. */
function furtherUnits(demo: DemoYear, member: DemoMember, paid: { on: LocalDate; units: number }): Payment[] {
  return member.units
    .filter(({ effectiveOn, units }) => effectiveOn > paid.on && fiscalYearOf(effectiveOn) === demo.year && units > paid.units)
    .map(({ effectiveOn, units }) => ({
      on: nearestOfficeDay(addDays(effectiveOn, 9)),
      slip: slipOf(demo, member, { units: units - paid.units, note: '増口分' }),
    }))
    .filter(({ on }) => fiscalYearOf(on) === demo.year)
}

/** Dues of the year before that came only in April. */
function latePayments(demo: DemoYear, member: DemoMember): Payment[] {
  const lastYear = fiscalYear(demo.year - 1)
  if (member.habits.get(lastYear) !== 'late' || !isAsked(member, lastYear)) return []
  const season: Season = { from: addDays(firstDayOf(demo.year), 2), to: localDate(`${demo.year}-04-24`), peak: 0.2 }
  const units = unitsOn(member.units, requestDayOf(lastYear)) ?? 1
  return [{ on: officeDayIn(season, demo.random), slip: slipOf(demo, member, { units, duesYear: lastYear }) }]
}

/** A company whose dues came through its association, and which its accountant paid into the bank as well. */
function paidTwice(demo: DemoYear): Payment[] {
  return demo.members
    .filter(({ route, duesKind }) => route === 'association' && duesKind === codes.dues.organization)
    .filter((member) => member.habits.get(demo.year) === 'in_time' && isAsked(member, demo.year))
    .slice(demo.yearsAgo, demo.yearsAgo + (demo.yearsAgo === 0 ? 2 : 1))
    .map((member) => ({
      on: officeDayIn({ from: localDate(`${demo.year}-09-01`), to: localDate(`${demo.year}-10-20`), peak: 0.3 }, demo.random),
      slip: slipOf(demo, member, { units: unitsOn(member.units, requestDayOf(demo.year)) ?? 1 }),
    }))
}

function seasonOf({ duesKind }: DemoMember, year: FiscalYear): Season {
  const isOrganization = duesKind === codes.dues.organization
  return {
    from: localDate(`${year}-${isOrganization ? '06-01' : '05-11'}`),
    to: localDate(`${year}-${isOrganization ? '09-30' : '08-31'}`),
    peak: 0.3,
  }
}

function slipOf(
  { yearsAgo, year }: DemoYear,
  { supporter, areaId, duesKind }: DemoMember,
  { units, note = '', duesYear }: { units: number; note?: string; duesYear?: FiscalYear },
): Slip {
  const unitYen = demoUnitYen(duesKind, duesYear === undefined ? yearsAgo : yearsAgo + (year - duesYear))
  const isHousehold = duesKind === codes.dues.household
  return {
    supporter,
    ...(areaId === null ? {} : { areaId: id<'AreaId'>(areaId) }),
    source: codes.source.dues,
    duesKind,
    ...(duesYear === undefined ? {} : { duesYear }),
    amountYen: units * unitYen,
    ...(isHousehold ? { householdsAsked: 1, householdsPaid: 1 } : { units }),
    note,
  }
}

/** Payments of neighbouring days of a month are typed together, a few at a time. */
function bundled({ random }: DemoYear, payments: readonly Payment[]): Bundle[] {
  const inOrder = payments.toSorted((left, right) => (left.on < right.on ? -1 : 1))
  const byMonth = [...Map.groupBy(inOrder, ({ on }) => on.slice(0, 7)).values()]
  return byMonth.flatMap((month) => {
    const bundles: Bundle[] = []
    for (let left = month; left.length > 0;) {
      const together = left.slice(0, random.whole(1, 6))
      left = left.slice(together.length)
      const last = together.at(-1)
      if (last !== undefined) bundles.push(bundleOn(last.on, together, random.chance(0.6)))
    }
    return bundles
  })
}

function bundleOn(receivedOn: LocalDate, payments: readonly Payment[], isBank: boolean): Bundle {
  return {
    receivedOn,
    door: 'intake',
    into: isBank ? 'bank' : 'cash',
    bearer: isBank ? '口座振込' : '職員訪問',
    slips: payments.map(({ slip }) => slip),
  }
}
