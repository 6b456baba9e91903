import type { Db } from '@sasaeai/db/database'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type CubeCell, type CubeTarget, type FundingCube, fundingCube as foldCube } from '@sasaeai/domain/funding-indicator/funding-cube'
import { holdingIn } from '@sasaeai/domain/funding-indicator/source-figures'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import type { Deps } from '../deps.ts'
import { keptAnswer } from '../ledger/kept-answers.ts'
import { readFundingTargets } from '../ledger/list-funding-targets.ts'
import { keptSums } from '../ledger/kept-sums.ts'
import { readBooksVersion } from '../ledger/read-books-version.ts'
import { readGroundData } from '../ledger/read-ground-data.ts'
import type { YearSpan } from '../ledger/read-new-postings.ts'
import { type CubeSum, cubeSums } from './cube-sums.ts'
import { districtsOfGround } from './districts-of-ground.ts'

/** All fiscal years by district, source, method and dues kind, with last year and targets. */
export async function fundingCube({ db }: Deps): Promise<FundingCube> {
  const version = await readBooksVersion(db)
  // An older copy would be kept under the newer version, until that one is over.
  const ground = await readGroundData(db, version.ground)
  const districts = districtsOfGround(ground)
  const [targets, ...sums] = await Promise.all([
    keptAnswer(db, { question: ['cube targets'], version: version.ground }, () => readTargets(db)),
    ...twoSpans([...version.lastEntryIds.keys()]).map((years) => keptSums(db, cubeSums(years, districts))),
  ])
  return foldCube(
    sums.flatMap((cells) => cellsOf(cells, ground)),
    targets.filter(({ districtId }) => districtId === null || districts.byArea.get(districtId) === districtId),
  )
}

/** Counted anew, the years are read on two connections. The division stays until a year is opened. */
function twoSpans(years: readonly FiscalYear[]): YearSpan[] {
  const sorted = years.toSorted((left, right) => left - right)
  const middle = Math.ceil(sorted.length / 2)
  const halves = [sorted.slice(0, middle), sorted.slice(middle)]
  return halves.flatMap((half) => (half.length === 0 ? [] : [{ first: half[0], last: half.at(-1) }]))
}

async function readTargets(db: Db): Promise<CubeTarget[]> {
  const targets = await readFundingTargets(db, null)
  return targets.map(({ fiscalYear, fundingSourceId: sourceId, areaId: districtId, targetYen }) => ({ fiscalYear, sourceId, districtId, targetYen }))
}

/** Money that other bodies hold is told by its drive, which the cube does not otherwise keep apart. */
function cellsOf(sums: ReadonlyMap<string, CubeSum>, ground: GroundData): CubeCell[] {
  const cells: CubeCell[] = []
  // Named one by one, because a spread of thousands of cells costs more than all else that is done with them.
  for (const { fiscalYear, districtId, sourceId, campaignId, methodId, duesKindId, amountYen, count } of sums.values()) {
    const source = ground.sources.get(sourceId)
    if (source === undefined) continue
    const holding = holdingIn(ground, source.category, campaignId)
    cells.push({ fiscalYear, districtId, sourceId, methodId, duesKindId, holding, amountYen: yenFromColumn(amountYen), count })
  }
  return cells
}
