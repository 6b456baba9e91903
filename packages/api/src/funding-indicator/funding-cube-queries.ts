import { yenFromColumn } from '@sasaeai/db/yen-column'
import { districtsByArea } from '@sasaeai/domain/funding-indicator/district-of'
import { type CubeCell, type CubeTarget, type FundingCube, fundingCube as foldCube } from '@sasaeai/domain/funding-indicator/funding-cube'
import { holdingIn } from '@sasaeai/domain/funding-indicator/source-figures'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import type { Deps } from '../deps.ts'
import { readGroundData } from '../ledger/read-ground-data.ts'
import { type CubeRow, readCubeRows } from './read-funding-totals.ts'

/** All fiscal years by district, source, method and dues kind, with last year and targets. */
export async function fundingCube({ db }: Deps): Promise<FundingCube> {
  const ground = await readGroundData(db)
  const districts = districtsByArea(ground.areas)
  const [rows, targets] = await Promise.all([
    readCubeRows(db, districts),
    db.pool.query<CubeTarget>(
      `SELECT fiscal_year AS "fiscalYear", funding_source_id AS "sourceId", area_id AS "districtId", target_yen AS "targetYen" FROM funding_target`,
    ),
  ])
  return foldCube(
    rows.flatMap((row) => cellOf(row, ground)),
    targets.rows.filter(({ districtId }) => districtId === null || districts.get(districtId) === districtId),
  )
}

function cellOf({ campaignId, ...row }: CubeRow, ground: GroundData): CubeCell[] {
  const source = ground.sources.get(row.sourceId)
  if (source === undefined) return []
  return [{ ...row, amountYen: yenFromColumn(row.amountYen), holding: holdingIn(ground, source.category, campaignId) }]
}
