import type { Db } from '@sasaeai/db/database'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { districtsByArea } from '@sasaeai/domain/funding-indicator/district-of'
import {
  type CubeCell,
  type CubeTarget,
  type FundingCube,
  fundingCube as foldCube,
} from '@sasaeai/domain/funding-indicator/funding-cube'
import { holdingIn } from '@sasaeai/domain/funding-indicator/source-figures'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import type { Deps } from '../deps.ts'
import { keptAnswer, versionOfYear } from '../ledger/kept-answers.ts'
import { readBooksVersion } from '../ledger/read-books-version.ts'
import { readGroundData } from '../ledger/read-ground-data.ts'
import { type CubeRow, readCubeRows } from './read-funding-totals.ts'

/** All fiscal years by district, source, method and dues kind, with last year and targets. */
export async function fundingCube({ db }: Deps): Promise<FundingCube> {
  const version = await readBooksVersion(db)
  // An older copy would be kept under the newer version, until that one is over.
  const ground = await readGroundData(db, version.ground)
  const districts = districtsByArea(ground.areas)
  const [years, targets] = await Promise.all([
    Promise.all(
      [...version.entries.keys()]
        .toSorted((left, right) => left - right)
        .map((year) =>
          keptAnswer(db, ['cube', year, versionOfYear(version, year)], () => readCubeRows(db, { year, districts })),
        ),
    ),
    keptAnswer(db, ['cube targets', version.ground], () => readTargets(db)),
  ])
  const rows = years.flat()
  return foldCube(
    rows.flatMap((row) => cellOf(row, ground)),
    targets.filter(({ districtId }) => districtId === null || districts.get(districtId) === districtId),
  )
}

async function readTargets(db: Db): Promise<CubeTarget[]> {
  const { rows } = await db.pool.query<CubeTarget>(
    `SELECT fiscal_year AS "fiscalYear", funding_source_id AS "sourceId", area_id AS "districtId", target_yen AS "targetYen"
      FROM funding_target`,
  )
  return rows
}

function cellOf({ campaignId, ...row }: CubeRow, ground: GroundData): CubeCell[] {
  const source = ground.sources.get(row.sourceId)
  if (source === undefined) return []
  return [{ ...row, amountYen: yenFromColumn(row.amountYen), holding: holdingIn(ground, source.category, campaignId) }]
}
