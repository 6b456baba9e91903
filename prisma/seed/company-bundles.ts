import { localDate } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import { type Bundle, codes, type DemoYear, type Slip } from './demo-bundle.ts'
import type { DemoSupporter } from './demo-supporters.ts'
import { anyDayIn, nearestOfficeDay, officeDayIn, type Season } from './office-days.ts'

/** What companies, workplaces, schools and the street give: rounds of the staff, mostly, several envelopes at a time. */
export function companyBundles(demo: DemoYear): Bundle[] {
  const { year } = demo
  const autumn: Season = { from: localDate(`${year}-10-01`), to: localDate(`${year}-12-28`), peak: 0.3 }
  const december: Season = { from: localDate(`${year}-12-01`), to: localDate(`${year}-12-28`), peak: 0.4 }
  return [
    ...rounds(demo, { season: autumn, slips: 270, draw: corporateGift }),
    ...rounds(demo, { season: autumn, slips: 80, draw: workplaceGift }),
    ...rounds(demo, { season: autumn, slips: 75, draw: schoolGift }),
    ...rounds(demo, { season: december, slips: 70, draw: yearEndGift }),
    ...publicCollections(demo, autumn),
    ...rounds(demo, { season: { ...december, to: localDate(`${year}-12-25`) }, slips: 45, draw: broadcasterGift }),
  ]
}

interface Round {
  readonly season: Season
  /** How many slips a usual year brings. */
  readonly slips: number
  readonly draw: (demo: DemoYear) => Slip
}

function rounds(demo: DemoYear, { season, slips, draw }: Round): Bundle[] {
  const { random, density } = demo
  const bundles: Bundle[] = []
  for (let left = random.countAround(slips * density); left > 0;) {
    const count = Math.min(left, random.whole(3, 9))
    left -= count
    bundles.push({
      receivedOn: officeDayIn(season, random),
      door: 'intake',
      into: random.chance(0.3) ? 'bank' : 'cash',
      bearer: '職員訪問',
      slips: Array.from({ length: count }, () => draw(demo)),
    })
  }
  return bundles
}

function from(supporter: DemoSupporter): Pick<Slip, 'supporter' | 'areaId'> {
  return supporter.areaId === null ? { supporter } : { supporter, areaId: id<'AreaId'>(supporter.areaId) }
}

const redFeather = { source: codes.source.chest, campaign: codes.campaign.redFeather }

function corporateGift({ random, supporters }: DemoYear): Slip {
  const amountYen = random.pick([3_000, 5_000, 5_000, 10_000, 10_000, 20_000, 30_000, 50_000])
  return {
    ...redFeather,
    ...from(random.pick(supporters.companies)),
    method: codes.method.corporate,
    amountYen,
    count: 1,
  }
}

function workplaceGift({ random, supporters }: DemoYear): Slip {
  const givers = random.whole(4, 60)
  const amountYen = givers * random.pick([100, 200, 300, 500])
  return {
    ...redFeather,
    ...from(random.pick(supporters.companies)),
    method: codes.method.workplace,
    amountYen,
    count: givers,
  }
}

function schoolGift({ random, supporters }: DemoYear): Slip {
  const amountYen = random.whole(2_100, 24_000)
  return { ...redFeather, ...from(random.pick(supporters.schools)), method: codes.method.school, amountYen, count: 1 }
}

function yearEndGift({ random, supporters }: DemoYear): Slip {
  const giver = random.chance(0.7) ? random.pick(supporters.companies) : random.pick(supporters.persons)
  return {
    ...from(giver),
    source: codes.source.yearEnd,
    campaign: codes.campaign.yearEnd,
    method: giver.kind === 'person' ? codes.method.other : codes.method.corporate,
    amountYen: random.pick([2_000, 3_000, 5_000, 10_000, 20_000]),
    count: 1,
  }
}

/** NHK歳末: another body's drive that the counter takes in for it. */
function broadcasterGift({ random, supporters }: DemoYear): Slip {
  return {
    ...(random.chance(0.5) ? from(random.pick(supporters.persons)) : { supporter: supporters.anonymous }),
    source: codes.source.yearEnd,
    campaign: codes.campaign.broadcaster,
    method: codes.method.other,
    amountYen: random.pick([500, 1_000, 1_000, 3_000, 5_000]),
    count: 1,
  }
}

/** Street corners on the weekend, brought in on the next working day; fairs; boxes beside the till. */
function publicCollections(demo: DemoYear, season: Season): Bundle[] {
  const { random, density, districts } = demo
  const kinds = [
    { method: codes.method.street, usual: 70, most: 28_000, bearer: '街頭募金 班長', note: '駅前ほか' },
    { method: codes.method.event, usual: 45, most: 60_000, bearer: '実行委員会', note: '校区文化祭' },
    { method: codes.method.other, usual: 110, most: 9_000, bearer: '職員回収', note: '募金箱' },
  ]
  return kinds.flatMap(({ method, usual, most, bearer, note }) =>
    Array.from({ length: random.countAround(usual * density) }, (): Bundle => {
      const { areaId } = random.pick(districts)
      const slip: Slip = { ...redFeather, method, areaId, amountYen: random.whole(600, most), count: 1, note }
      const receivedOn = nearestOfficeDay(anyDayIn(season, random))
      return { receivedOn, door: 'intake', into: 'cash', bearer, areaId, slips: [slip] }
    }),
  )
}
