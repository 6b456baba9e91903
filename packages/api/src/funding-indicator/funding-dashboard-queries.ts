import { type HouseholdBasis, householdBases } from '@sasaeai/domain/area/household-basis'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { campaignCustody } from '@sasaeai/domain/funding-indicator/campaign-custody'
import { districtFigures } from '@sasaeai/domain/funding-indicator/district-figures'
import { householdsOf } from '@sasaeai/domain/funding-indicator/district-households'
import { districtsByArea } from '@sasaeai/domain/funding-indicator/district-of'
import type { FundingDashboard } from '@sasaeai/domain/funding-indicator/funding-dashboard'
import { fundingCut, type FundingDashboardInput } from '@sasaeai/domain/funding-indicator/funding-cut'
import { sourceFigures } from '@sasaeai/domain/funding-indicator/source-figures'
import type { AreaId } from '@sasaeai/domain/ids'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import { type HouseholdCount, listAreaTypes, listHouseholds } from '../area/area-queries.ts'
import type { Deps } from '../deps.ts'
import { keptAnswer, versionBefore, versionOfYear } from '../ledger/kept-answers.ts'
import { type FundingTargetRow, listFundingTargets } from '../ledger/list-funding-targets.ts'
import { readBooksVersion } from '../ledger/read-books-version.ts'
import { readGroundData } from '../ledger/read-ground-data.ts'
import { readBroughtForward, readYearOfTotals, type YearUntil } from './read-funding-totals.ts'

/** 財源ダッシュボード of a fiscal year up to a day, against last year to the same day; from kept totals alone. */
export async function fundingDashboard(deps: Deps, input: FundingDashboardInput): Promise<FundingDashboard> {
  const { db } = deps
  const version = await readBooksVersion(db)
  // An older copy would be kept under the newer version, until that one is over.
  const ground = await readGroundData(db, version.ground)
  const cut = fundingCut(input, localDateInTokyo(deps.now()))
  const districts = districtsByArea(ground.areas)
  const year = (wanted: Omit<YearUntil, 'districts'>) =>
    keptAnswer(db, ['year', wanted.year, wanted.until, versionOfYear(version, wanted.year)], () =>
      readYearOfTotals(db, { ...wanted, districts }),
    )
  const [now, last, broughtForward, [targets, households, areaTypes]] = await Promise.all([
    year({ year: cut.fiscalYear, until: cut.asOf }),
    year({ year: cut.lastYear, until: cut.lastAsOf }),
    keptAnswer(db, ['brought forward', cut.fiscalYear, versionBefore(version, cut.fiscalYear)], () =>
      readBroughtForward(db, cut.fiscalYear),
    ),
    keptAnswer(db, ['ground', cut.fiscalYear, version.ground], () =>
      Promise.all([
        listFundingTargets(deps, cut.fiscalYear),
        listHouseholds(deps, cut.fiscalYear),
        listAreaTypes(deps),
      ]),
    ),
  ])
  const months = [...now.months, ...last.months]
  const counted = countHouseholds(ground, households)
  return {
    cut,
    sources: sourceFigures(months, { ground, cut, targets: wholeTargets(targets) }),
    campaigns: campaignCustody(months, { ground, cut, broughtForward }),
    districts: districtFigures([...now.districts, ...last.districts], {
      ground,
      cut,
      districtIds: [...new Set(districts.values())],
      targets: districtTargets(targets, districts),
      households: counted.byArea,
    }),
    districtTypeName: areaTypes.find(({ level }) => level > 0)?.name ?? '地域',
    households: counted.origin,
  }
}

function wholeTargets(targets: readonly FundingTargetRow[]) {
  return new Map(
    targets.flatMap(({ areaId, fundingSourceId, targetYen }) =>
      areaId === null ? [[fundingSourceId, targetYen] as const] : [],
    ),
  )
}

/** Targets of a district itself; a 自治会's own is its own matter. */
function districtTargets(targets: readonly FundingTargetRow[], districts: ReadonlyMap<AreaId, AreaId>) {
  return targets.flatMap(({ areaId, fundingSourceId: sourceId, targetYen }) =>
    areaId !== null && districts.get(areaId) === areaId ? [{ districtId: areaId, sourceId, targetYen }] : [],
  )
}

interface CountedHouseholds {
  readonly byArea: ReadonlyMap<AreaId, number>
  readonly origin: FundingDashboard['households']
}

/** 自治会加入世帯 where any were reported, because they were the ones asked; else 住基世帯. */
function countHouseholds({ areas }: GroundData, counts: readonly HouseholdCount[]): CountedHouseholds {
  const preferred: readonly HouseholdBasis[] = householdBases.toReversed()
  const basis = preferred.find((each) => counts.some((count) => count.basis === each))
  const used = counts.filter((count) => count.basis === basis)
  const [newest] = used
    .map((count) => count.asOf)
    .toSorted()
    .toReversed()
  if (basis === undefined || newest === undefined) return { byArea: new Map(), origin: null }
  const recorded = new Map(used.map((count) => [count.areaId, count.households]))
  const childrenOf = new Map<AreaId, AreaId[]>()
  for (const [areaId, { parentId }] of areas) {
    if (parentId !== null) childrenOf.set(parentId, [...(childrenOf.get(parentId) ?? []), areaId])
  }
  const byArea = [...areas.keys()].flatMap((areaId) => {
    const households = householdsOf(areaId, recorded, childrenOf)
    return households === null ? [] : [[areaId, households] as const]
  })
  return { byArea: new Map(byArea), origin: { basis, asOf: newest } }
}
