import { groundAt } from '@sasaeai/db/ground-at'
import { householdsByArea } from '@sasaeai/domain/area/households-of-area'
import { type HouseholdCount, householdsOfYear } from '@sasaeai/domain/area/households-of-year'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { campaignCustody } from '@sasaeai/domain/funding-indicator/campaign-custody'
import { districtFigures } from '@sasaeai/domain/funding-indicator/district-figures'
import type { FundingDashboard } from '@sasaeai/domain/funding-indicator/funding-dashboard'
import { fundingCut, type FundingDashboardInput } from '@sasaeai/domain/funding-indicator/funding-cut'
import { sourceFigures } from '@sasaeai/domain/funding-indicator/source-figures'
import type { AreaId } from '@sasaeai/domain/ids'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import { listHouseholds, nameOfDistricts } from '../area/area-queries.ts'
import type { Deps } from '../deps.ts'
import { keptAnswer } from '../ledger/kept-answers.ts'
import { type FundingTargetRow, listFundingTargets } from '../ledger/list-funding-targets.ts'
import { readGroundData, readVersions } from '../ledger/read-ground-data.ts'
import { groundMomentOf, readPageMoment, type ReportMoment } from '../ledger/report-moment.ts'
import { sumsAt } from '../ledger/sums-at.ts'
import { custodySums } from '../community-chest/remittance/custody-sums.ts'
import { yearSums } from './dashboard-sums.ts'
import { type Districts, districtsOfGround } from './districts-of-ground.ts'
import { broughtForwardTo, foldYear } from './fold-year.ts'

/** 財源ダッシュボード of a fiscal year up to a day, against last year to the same day; from kept totals alone. */
export async function fundingDashboard(deps: Deps, input: FundingDashboardInput): Promise<FundingDashboard> {
  return dashboardAt(deps, input, await readPageMoment(deps, input.postedUntil))
}

/** The same with the moment already placed in the books, for a report that is made of more. */
export async function dashboardAt(
  deps: Deps,
  { fiscalYear: year, asOf: day }: Omit<FundingDashboardInput, 'postedUntil'>,
  at: ReportMoment,
): Promise<FundingDashboard> {
  const { db } = deps
  const { moment, position } = at
  const cut = fundingCut({ fiscalYear: year, asOf: day, postedUntil: moment?.toISOString() }, localDateInTokyo(moment ?? deps.now()))
  const { fiscalYear, asOf, lastYear, lastAsOf } = cut
  const [thisYear, yearBefore, custody, { ground, targets, households, districtTypeName }] = await Promise.all([
    sumsAt(db, yearSums(fiscalYear, asOf), position),
    sumsAt(db, yearSums(lastYear, lastAsOf), position),
    sumsAt(db, custodySums, position),
    readGround(deps, { fiscalYear, moment: groundMomentOf(at) }),
  ])
  const districts = districtsOfGround(ground)
  const now = foldYear(thisYear, { fiscalYear, until: asOf, districts })
  const before = foldYear(yearBefore, { fiscalYear: lastYear, until: lastAsOf, districts })
  const months = [...now.months, ...before.months]
  return {
    cut,
    sources: sourceFigures(months, { ground, cut, targets: wholeTargets(targets) }),
    campaigns: campaignCustody(months, { ground, cut, broughtForward: broughtForwardTo(fiscalYear, custody) }),
    districts: districtFigures([...now.districts, ...before.districts], {
      ground,
      cut,
      districtIds: [...new Set(districts.values())],
      targets: districtTargets(targets, districts),
      households: households.byArea,
    }),
    districtTypeName,
    households: households.origin,
  }
}

/** What does not depend on postings, as it was at the moment; null is now. */
async function readGround(deps: Deps, { fiscalYear, moment }: { fiscalYear: FiscalYear; moment: Date | null }) {
  const db = groundAt(deps.db, moment)
  const versions = await readVersions(deps.db)
  // An older copy would be kept under the newer version, until that one is over.
  const reading = readGroundData(db, versions.ground)
  // Goals of drives are targets, and have a version of their own; both only ever rise, and so does their sum.
  const version = versions.ground + versions.goals
  const keeping = keptAnswer(db, { question: ['ground', fiscalYear], version }, async () => {
    const [ground, targets, households, districtTypeName] = await Promise.all([
      reading, listFundingTargets({ db }, fiscalYear), listHouseholds({ db }, fiscalYear), nameOfDistricts({ db }),
    ])
    return { targets, households: countHouseholds(ground, households), districtTypeName }
  })
  const [ground, kept] = await Promise.all([reading, keeping])
  return { ground, ...kept }
}

function wholeTargets(targets: readonly FundingTargetRow[]) {
  return new Map(
    targets.flatMap(({ areaId, fundingSourceId, targetYen }) =>
      areaId === null ? [[fundingSourceId, targetYen] as const] : [],
    ),
  )
}

/** Targets of a district itself; a 自治会's own is its own matter. */
function districtTargets(targets: readonly FundingTargetRow[], districts: Districts) {
  return targets.flatMap(({ areaId, fundingSourceId: sourceId, targetYen }) =>
    areaId !== null && districts.get(areaId) === areaId ? [{ districtId: areaId, sourceId, targetYen }] : [],
  )
}

interface CountedHouseholds {
  readonly byArea: ReadonlyMap<AreaId, number>
  readonly origin: FundingDashboard['households']
}

function countHouseholds({ areas }: GroundData, counts: readonly HouseholdCount[]): CountedHouseholds {
  const chosen = householdsOfYear(counts)
  if (chosen === null) return { byArea: new Map(), origin: null }
  return { byArea: householdsByArea(areas, chosen.counts), origin: { basis: chosen.basis, asOf: chosen.asOf } }
}
