import { firstDayOf, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import { type Bundle, codes, type DemoYear, type Slip } from './demo-bundle.ts'
import { officeDayIn, type Season } from './office-days.ts'

/** Donations of the whole year: unrestricted, for a purpose, in memory of somebody; a little more every year. */
export function donationBundles(demo: DemoYear): Bundle[] {
  const { year, yearsAgo, random, density } = demo
  const season: Season = { from: firstDayOf(year), to: lastDayOf(year), peak: 0.7 }
  const usual = 900 * Math.max(0.6, 1 - 0.06 * yearsAgo) * density
  const disasterUntil: Season = { from: localDate(`${year}-07-10`), to: localDate(`${year}-09-10`), peak: 0.15 }
  const gifts = Array.from({ length: random.countAround(usual) }, () => giftBundle(demo, season, gift(demo)))
  const disaster = Array.from({ length: random.countAround(40 * density) }, () =>
    giftBundle(demo, disasterUntil, { ...gift(demo), fund: codes.fund.disaster, note: '豪雨災害' }),
  )
  return [...gifts, ...disaster]
}

function giftBundle({ random }: DemoYear, season: Season, slip: Slip): Bundle {
  const isAtCounter = random.chance(0.8)
  return {
    receivedOn: officeDayIn(season, random),
    door: isAtCounter ? 'intake' : 'desk',
    into: isAtCounter ? 'cash' : 'bank',
    bearer: slip.supporter?.name ?? '来所',
    slips: [slip],
  }
}

const purposes = [
  { fund: codes.fund.general, weight: 34, amounts: [1_000, 3_000, 5_000, 10_000, 30_000], note: '' },
  { fund: codes.fund.childrensTable, weight: 26, amounts: [1_000, 2_000, 3_000, 5_000, 10_000, 20_000], note: '' },
  { fund: codes.fund.transport, weight: 13, amounts: [1_000, 3_000, 5_000, 10_000], note: '' },
  { fund: codes.fund.goodwillBank, weight: 12, amounts: [500, 1_320, 2_480, 5_000, 12_650], note: '善意銀行預託' },
  {
    fund: codes.fund.general,
    weight: 15,
    amounts: [10_000, 20_000, 30_000, 30_000, 50_000, 100_000],
    note: '香典返し',
  },
] as const

/** Each purpose as often as its weight says, to be picked from. */
const weighedPurposes = purposes.flatMap((each) => Array.from({ length: each.weight }, () => each))

function gift({ random, supporters }: DemoYear): Slip {
  const purpose = random.pick(weighedPurposes)
  const giver = random.chance(0.12)
    ? supporters.anonymous
    : random.pick(random.chance(0.7) ? supporters.persons : supporters.companies)
  return {
    source: codes.source.donation,
    fund: purpose.fund,
    supporter: giver,
    ...(giver.areaId === null ? {} : { areaId: id<'AreaId'>(giver.areaId) }),
    amountYen: random.pick<number>(purpose.amounts),
    count: 1,
    note: purpose.note,
  }
}
