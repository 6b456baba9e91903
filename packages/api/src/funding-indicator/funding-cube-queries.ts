import { type GroundDb, groundAt } from '@sasaeai/db/ground-at'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type CubeTarget, type FundingCube, fundingCube as foldCube } from '@sasaeai/domain/funding-indicator/funding-cube'
import type { Deps } from '../deps.ts'
import { keptAnswer } from '../ledger/kept-answers.ts'
import { readFundingTargets } from '../ledger/list-funding-targets.ts'
import { readBooksVersion } from '../ledger/read-books-version.ts'
import { readGroundData } from '../ledger/read-ground-data.ts'
import type { YearSpan } from '../ledger/read-new-postings.ts'
import { ofNow, type ReportMoment } from '../ledger/report-moment.ts'
import { sumsAt } from '../ledger/sums-at.ts'
import { cubeByDistrict } from './cube-by-district.ts'
import { cubeSums } from './cube-sums.ts'
import { districtsOfGround } from './districts-of-ground.ts'

/** All fiscal years by district, source, method and dues kind, with last year and targets. */
export async function fundingCube({ db }: Deps, { moment, position }: ReportMoment = ofNow): Promise<FundingCube> {
  const tables = groundAt(db, moment)
  const version = await readBooksVersion(db)
  const [ground, targets, ...sums] = await Promise.all([
    // An older copy would be kept under the newer version, until that one is over.
    readGroundData(tables, version.ground),
    // Goals of drives are targets, and have a version of their own; both only ever rise, and so does their sum.
    keptAnswer(tables, { question: ['cube targets'], version: version.ground + version.goals }, () => readTargets(tables)),
    ...twoSpans([...version.lastEntryIds.keys()]).map((years) => sumsAt(db, cubeSums(years), position)),
  ])
  const districts = districtsOfGround(ground)
  return foldCube(
    sums.flatMap((tally) => cubeByDistrict(tally, ground)),
    targets.filter(({ districtId }) => districtId === null || districts.get(districtId) === districtId),
  )
}

/** Counted anew, the years are read on two connections. The division stays until a year is opened. */
function twoSpans(years: readonly FiscalYear[]): YearSpan[] {
  const sorted = years.toSorted((left, right) => left - right)
  const middle = Math.ceil(sorted.length / 2)
  const halves = [sorted.slice(0, middle), sorted.slice(middle)]
  return halves.flatMap((half) => (half.length === 0 ? [] : [{ first: half[0], last: half.at(-1) }]))
}

async function readTargets(db: GroundDb): Promise<CubeTarget[]> {
  const targets = await readFundingTargets(db, null)
  return targets.map(({ fiscalYear, fundingSourceId: sourceId, areaId: districtId, targetYen }) => ({ fiscalYear, sourceId, districtId, targetYen }))
}
