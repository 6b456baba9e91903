import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDate } from '@sasaeai/domain/calendar/local-date'
import { apportion } from '@sasaeai/domain/money/apportion'
import { yen } from '@sasaeai/domain/money/yen'
import { type DemoAssociation, householdsIn } from './demo-areas.ts'
import { type Bundle, codes, type DemoYear, type Slip } from './demo-bundle.ts'
import { demoUnitYen } from './demo-terms.ts'
import { slipsThrough } from './member-bundles.ts'
import { officeDayIn, type Season } from './office-days.ts'

/** What the 自治会 bring in: dues in early summer, 共同募金 and 歳末 together in autumn. */
export function neighborhoodBundles(demo: DemoYear): Bundle[] {
  return demo.districts.flatMap(({ associations }) =>
    associations.flatMap((association) => [...duesBundles(demo, association), ...lateDues(demo, association), ...driveBundles(demo, association)]),
  )
}

const bearers = ['会長', '会計', '会長代理', '班長', '民生委員'] as const

function duesBundles(demo: DemoYear, association: DemoAssociation): Bundle[] {
  const { year, random, yearsAgo } = demo
  const inTime: Season = { from: localDate(`${year}-05-08`), to: localDate(`${year}-07-31`), peak: 0.45 }
  const late: Season = { from: localDate(`${year}-08-03`), to: localDate(`${year + 1}-03-12`), peak: 0.1 }
  const asked = householdsIn(association, yearsAgo)
  const paid = duesPaidOf(demo, association, asked)
  if (paid === 0) return []
  return visits(demo, 2.2).flatMap((share, visit) => {
    const householdsAsked = Math.round(asked * share)
    const households = splitSlips(demo, Math.round(paid * share))
    const slips = households
      .filter((count) => count > 0)
      .map((count): Slip => ({
        ...fromArea(association),
        source: codes.source.dues,
        duesKind: codes.dues.household,
        amountYen: count * demoUnitYen(codes.dues.household, yearsAgo),
        householdsAsked: Math.max(count, Math.round((householdsAsked * count) / Math.max(1, Math.round(paid * share)))),
        householdsPaid: count,
      }))
    const receivedOn = officeDayIn(random.chance(0.93) ? inTime : late, random)
    return bundleOf(demo, association, { receivedOn, slips: [...slips, ...membersOf(demo, association, visit)] })
  })
}

/** Members who pay through their 自治会 come with its first envelopes; now and then some 口 without a name. */
function membersOf(demo: DemoYear, association: DemoAssociation, visit: number): Slip[] {
  const named = visit === 0 ? slipsThrough(demo, association.areaId) : []
  if (!demo.random.chance(0.02)) return named
  const units = demo.random.whole(1, 6)
  const amountYen = units * demoUnitYen(codes.dues.supporting, demo.yearsAgo)
  return [...named, { ...fromArea(association), source: codes.source.dues, duesKind: codes.dues.supporting, amountYen, units }]
}

/** A few envelopes of the year before that turned up when the 自治会 changed its officers. */
function lateDues(demo: DemoYear, association: DemoAssociation): Bundle[] {
  const { year, yearsAgo, random } = demo
  const lastYear = fiscalYear(year - 1)
  if (!demo.years.includes(lastYear) || !random.chance(0.008)) return []
  const count = random.whole(2, 9)
  const slip: Slip = {
    ...fromArea(association),
    source: codes.source.dues,
    duesKind: codes.dues.household,
    duesYear: lastYear,
    amountYen: count * demoUnitYen(codes.dues.household, yearsAgo + 1),
    householdsAsked: count,
    householdsPaid: count,
    note: '役員交代時に見つかった封筒',
  }
  const april: Season = { from: localDate(`${year}-04-03`), to: localDate(`${year}-04-24`), peak: 0.3 }
  return bundleOf(demo, association, { receivedOn: officeDayIn(april, random), slips: [slip] })
}

function driveBundles(demo: DemoYear, association: DemoAssociation): Bundle[] {
  const { year, random, yearsAgo } = demo
  const feather: Season = { from: localDate(`${year}-10-01`), to: localDate(`${year}-12-25`), peak: 0.35 }
  const yearEnd: Season = { from: localDate(`${year}-12-01`), to: localDate(`${year}-12-28`), peak: 0.5 }
  const asked = householdsIn(association, yearsAgo)
  const paid = paidOf(demo, association, asked)
  const [perFeather, perYearEnd] = [random.pick([200, 300, 300, 350]), random.pick([150, 200, 200])]
  return visits(demo, 2.1).flatMap((share) => {
    const receivedOn = officeDayIn(feather, random)
    const giving = splitSlips(demo, Math.round(paid * share)).filter((count) => count > 0)
    const isDecember = receivedOn >= localDate(`${year}-12-01`)
    const featherSlips = giving.map((count) =>
      driveSlip(association, { count, perHousehold: perFeather, isYearEnd: false }),
    )
    const yearEndSlips = giving.map((count) =>
      driveSlip(association, { count, perHousehold: perYearEnd, isYearEnd: true }),
    )
    if (isDecember) return bundleOf(demo, association, { receivedOn, slips: [...featherSlips, ...yearEndSlips] })
    return [
      ...bundleOf(demo, association, { receivedOn, slips: featherSlips }),
      ...bundleOf(demo, association, { receivedOn: officeDayIn(yearEnd, random), slips: yearEndSlips }),
    ]
  })
}

function driveSlip(
  association: DemoAssociation,
  { count, perHousehold, isYearEnd }: { count: number; perHousehold: number; isYearEnd: boolean },
): Slip {
  return {
    ...fromArea(association),
    source: isYearEnd ? codes.source.yearEnd : codes.source.chest,
    campaign: isYearEnd ? codes.campaign.yearEnd : codes.campaign.redFeather,
    method: codes.method.household,
    // People round up, so that hardly any envelope comes to the suggested amount.
    amountYen: count * perHousehold + (count % 7) * 50,
    householdsPaid: count,
    householdsAsked: Math.round(count * 1.15),
  }
}

function fromArea({ areaId }: DemoAssociation): Pick<Slip, 'areaId'> {
  return { areaId }
}

function paidOf({ random }: DemoYear, { willingness }: DemoAssociation, asked: number): number {
  return Math.round(asked * Math.min(0.99, willingness * (0.95 + 0.1 * random.next())))
}

/** An association in eight brings dues for every household; a few have not come yet this year. */
function duesPaidOf(demo: DemoYear, association: DemoAssociation, asked: number): number {
  const lot = demo.random.next()
  if (lot < 0.12) return asked
  return lot > (demo.yearsAgo === 0 ? 0.965 : 0.995) ? 0 : paidOf(demo, association, asked)
}

/** The shares of a year's money that come in on each visit; more visits where the council is drawn denser. */
function visits({ density, random }: DemoYear, usual: number): number[] {
  const count = Math.max(1, random.countAround(usual * density ** 0.66))
  const weights = Array.from({ length: count }, () => random.whole(2, 8))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

/** Households of one visit by 班, each with an envelope of its own. */
function splitSlips({ density, random }: DemoYear, households: number): number[] {
  const count = Math.max(1, random.countAround(density ** 0.47))
  return apportion(
    yen(households),
    Array.from({ length: count }, () => random.whole(3, 7)),
  )
}

function bundleOf(
  { random }: DemoYear,
  association: DemoAssociation,
  { receivedOn, slips }: { receivedOn: LocalDate; slips: readonly Slip[] },
): Bundle[] {
  if (slips.length === 0) return []
  const bearer = `${association.name} ${random.pick(bearers)}`
  return [{ receivedOn, door: 'intake', into: 'cash', bearer, areaId: association.areaId, slips }]
}
