import { type FiscalYear, fiscalYear, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { addDays, type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { commonLeavingReasons } from '@sasaeai/domain/membership-dues/member/leaving-reason'
import type { MembershipRoute } from '@sasaeai/domain/membership-dues/member/membership-route'
import type { UnitsFrom } from '@sasaeai/domain/membership-dues/member/membership-units'
import { codes } from './demo-bundle.ts'
import type { DemoSupporter, DemoSupporters } from './demo-supporters.ts'
import type { DuesCode } from './demo-terms.ts'
import { nearestOfficeDay } from './office-days.ts'
import type { RandomStream } from './random-stream.ts'

/** Whether a member pays what a year suggests: in its season, in the April after it, or not at all. */
export type PaymentHabit = 'in_time' | 'late' | 'none'

/** A membership with its whole history, as the day of the demo knows it. */
export interface DemoMember {
  readonly membershipId: string
  readonly supporter: DemoSupporter
  readonly duesKind: DuesCode
  readonly route: MembershipRoute
  /** The 自治会 that it is paid through, or that a direct member lives in. */
  readonly areaId: string | null
  readonly joinedOn: LocalDate
  readonly leftOn: LocalDate | null
  readonly leavingReason: string
  readonly note: string
  /** 口 from a day on, oldest first. */
  readonly units: readonly UnitsFrom[]
  readonly habits: ReadonlyMap<FiscalYear, PaymentHabit>
}

interface Register {
  readonly newId: () => string
  readonly random: RandomStream
  readonly years: readonly FiscalYear[]
  readonly today: LocalDate
}

/** Draws the memberships of the register; the companies and persons that are left out are whom the council still hopes for. */
export function drawMembers(register: Register, { companies, persons }: DemoSupporters): DemoMember[] {
  return [
    ...companies.flatMap((company, index) =>
      index % 8 === 7 ? [] : histories(register, { supporter: company, duesKind: codes.dues.organization, isDirect: 0.8 }),
    ),
    ...persons.flatMap((person, index) => memberPerson(register, person, index)),
  ]
}

/** Most are 特別会員 through their 自治会, some 賛助会員, a few both; a handful live where no 自治会 is. */
function memberPerson(register: Register, supporter: DemoSupporter, index: number): DemoMember[] {
  const place = index % 25
  const special = () => histories(register, { supporter, duesKind: codes.dues.special, isDirect: 0.12 })
  const supporting = () => histories(register, { supporter, duesKind: codes.dues.supporting, isDirect: 0.45 })
  if (place < 14) return special()
  if (place < 20) return supporting()
  if (place === 20) return [...special(), ...supporting()]
  return place === 21 ? histories(register, { supporter, duesKind: codes.dues.household, isDirect: 1 }) : []
}

interface Candidate {
  readonly supporter: DemoSupporter
  readonly duesKind: DuesCode
  /** How likely the dues are paid directly. */
  readonly isDirect: number
}

/** One membership, or two where somebody left and came back. */
function histories(register: Register, candidate: Candidate): DemoMember[] {
  const { random, years, today } = register
  const joinedOn = joiningDay(register)
  if (joinedOn >= today) return []
  const leftOn = leavingDay(register, joinedOn)
  const route: MembershipRoute = random.chance(candidate.isDirect) ? 'direct' : 'association'
  const first = memberOf(register, { ...candidate, route }, { joinedOn, leftOn })
  const backOn = leftOn === null || !random.chance(0.35) ? null : nearestOfficeDay(addDays(leftOn, random.whole(200, 600)))
  if (backOn === null || backOn >= today || years.length === 0) return [first]
  return [first, memberOf(register, { ...candidate, route }, { joinedOn: backOn, leftOn: null })]
}

/** Most joined long before the books begin. */
function joiningDay({ random, years, today }: Register): LocalDate {
  const [first = fiscalYear(2024)] = years
  const year = random.chance(0.84) ? first - random.whole(1, 25) : random.pick(years)
  const day = nearestOfficeDay(addDays(localDate(`${year}-04-01`), random.whole(3, 200)))
  return day < today || year < first ? day : addDays(today, -random.whole(20, 60))
}

/** About four in a hundred leave in a year, half of them with its end. */
function leavingDay({ random, years, today }: Register, joinedOn: LocalDate): LocalDate | null {
  for (const year of years) {
    if (!random.chance(0.04)) continue
    const day = random.chance(0.5) ? lastDayOf(year) : addDays(localDate(`${year}-04-01`), random.whole(30, 330))
    if (day > addDays(joinedOn, 90) && day < today) return day
  }
  return null
}

function memberOf(
  register: Register,
  { supporter, duesKind, route }: Candidate & { route: MembershipRoute },
  { joinedOn, leftOn }: Pick<DemoMember, 'joinedOn' | 'leftOn'>,
): DemoMember {
  const { newId, random, years } = register
  return {
    membershipId: newId(),
    supporter,
    duesKind,
    route,
    areaId: supporter.areaId,
    joinedOn,
    leftOn,
    leavingReason: leftOn === null ? '' : random.pick(commonLeavingReasons),
    note: random.chance(0.04) ? random.pick(notes) : '',
    units: unitsOf(register, duesKind, { joinedOn, leftOn }),
    habits: new Map(years.map((year) => [year, habit(random)])),
  }
}

const notes = ['窓口は総務課', '6月下旬に訪問', '広報紙への掲載は不要とのこと', '振込手数料は先方負担'] as const

function habit(random: RandomStream): PaymentHabit {
  const lot = random.next()
  if (lot < 0.925) return 'in_time'
  return lot < 0.94 ? 'late' : 'none'
}

/** The 口 at joining, and a change in some later year. */
function unitsOf(
  { random, years, today }: Register,
  duesKind: DuesCode,
  { joinedOn, leftOn }: Pick<DemoMember, 'joinedOn' | 'leftOn'>,
): UnitsFrom[] {
  const [begun, most] = duesKind === codes.dues.organization ? [random.pick([1, 1, 1, 2, 2, 3, 5]), 10] : [1, 3]
  const changedOn = addDays(localDate(`${random.pick(years)}-04-01`), random.pick([0, 0, random.whole(100, 200)]))
  const from = [{ effectiveOn: joinedOn, units: begun }]
  const isWithin = changedOn > joinedOn && changedOn < today && (leftOn === null || changedOn < leftOn)
  if (duesKind === codes.dues.household || !isWithin || !random.chance(0.12)) return from
  const units = Math.min(most, random.chance(0.7) ? begun * 2 : Math.max(1, begun - 1))
  return units === begun ? from : [...from, { effectiveOn: changedOn, units }]
}
