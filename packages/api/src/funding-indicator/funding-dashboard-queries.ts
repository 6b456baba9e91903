import { yenFromColumn } from '@sasaeai/db/yen-column'
import { type HouseholdBasis, householdBases } from '@sasaeai/domain/area/household-basis'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { campaignCustody } from '@sasaeai/domain/funding-indicator/campaign-custody'
import { districtFigures, type DistrictTotal } from '@sasaeai/domain/funding-indicator/district-figures'
import { householdsOf } from '@sasaeai/domain/funding-indicator/district-households'
import type { FundingDashboard } from '@sasaeai/domain/funding-indicator/funding-dashboard'
import { fundingCut, type FundingDashboardInput } from '@sasaeai/domain/funding-indicator/funding-cut'
import { type MonthTotal, sourceFigures } from '@sasaeai/domain/funding-indicator/source-figures'
import type { AreaId } from '@sasaeai/domain/ids'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import { type HouseholdCount, listAreaTypes, listHouseholds } from '../area/area-queries.ts'
import type { Deps } from '../deps.ts'
import { keptAnswer } from '../ledger/kept-answers.ts'
import { type FundingTargetRow, listFundingTargets } from '../ledger/list-funding-targets.ts'
import { keptSums } from '../ledger/kept-sums.ts'
import { readGroundData, readGroundVersion } from '../ledger/read-ground-data.ts'
import { broughtForwardSums, type DaySum, daySums, type DistrictSum, districtSums } from './dashboard-sums.ts'
import { districtsOfGround } from './districts-of-ground.ts'

/** 財源ダッシュボード of a fiscal year up to a day, against last year to the same day; from kept totals alone. */
export async function fundingDashboard(deps: Deps, input: FundingDashboardInput): Promise<FundingDashboard> {
  const { db } = deps
  const groundVersion = await readGroundVersion(db)
  // An older copy would be kept under the newer version, until that one is over.
  const ground = await readGroundData(db, groundVersion)
  const cut = fundingCut(input, localDateInTokyo(deps.now()))
  const { fiscalYear, asOf, lastYear, lastAsOf } = cut
  const districts = districtsOfGround(ground)
  const [days, lastDays, inDistricts, lastInDistricts, held, [targets, households, areaTypes]] = await Promise.all([
    keptSums(db, daySums(fiscalYear)),
    keptSums(db, daySums(lastYear)),
    keptSums(db, districtSums({ year: fiscalYear, until: asOf, districts })),
    keptSums(db, districtSums({ year: lastYear, until: lastAsOf, districts })),
    keptSums(db, broughtForwardSums(fiscalYear)),
    keptAnswer(db, { question: ['ground', fiscalYear], version: groundVersion }, () =>
      Promise.all([listFundingTargets(deps, fiscalYear), listHouseholds(deps, fiscalYear), listAreaTypes(deps)]),
    ),
  ])
  const months = [...monthTotals(days, { year: fiscalYear, until: asOf }), ...monthTotals(lastDays, { year: lastYear, until: lastAsOf })]
  const districtTotals = [...districtTotalsOf(inDistricts, fiscalYear), ...districtTotalsOf(lastInDistricts, lastYear)]
  const broughtForward = new Map([...held].map(([campaignId, yen]) => [campaignId, yenFromColumn(yen)]))
  const counted = countHouseholds(ground, households)
  return {
    cut,
    sources: sourceFigures(months, { ground, cut, targets: wholeTargets(targets) }),
    campaigns: campaignCustody(months, { ground, cut, broughtForward }),
    districts: districtFigures(districtTotals, {
      ground,
      cut,
      districtIds: [...new Set(districts.byArea.values())],
      targets: districtTargets(targets, districts.byArea),
      households: counted.byArea,
    }),
    districtTypeName: areaTypes.find(({ level }) => level > 0)?.name ?? '地域',
    households: counted.origin,
  }
}

/** The days as parts of their months, on either side of the cut-off day. */
function monthTotals(days: ReadonlyMap<string, DaySum>, { year, until }: { year: FiscalYear; until: LocalDate }): MonthTotal[] {
  return [...days.values()].map(({ sourceId, campaignId, day, amountYen }) => ({
    fiscalYear: year,
    sourceId,
    campaignId,
    month: Number(day.slice(5, 7)),
    isUntilCut: day <= until,
    amountYen: yenFromColumn(amountYen),
  }))
}

function districtTotalsOf(sums: ReadonlyMap<string, DistrictSum>, fiscalYear: FiscalYear): DistrictTotal[] {
  return [...sums.values()].flatMap(({ sourceId, amountYen, ...rest }) =>
    sourceId === null ? [] : [{ ...rest, fiscalYear, sourceId, amountYen: yenFromColumn(amountYen) }],
  )
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
