import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { AreaId, FundingSourceId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../deps.ts'

export interface FundingTargetRow {
  readonly fundingSourceId: FundingSourceId
  /** Null where the target is the whole council's. */
  readonly areaId: AreaId | null
  readonly targetYen: Yen
}

/** The targets of a fiscal year, over all and by area. */
export async function listFundingTargets({ db }: Deps, fiscalYear: FiscalYear): Promise<FundingTargetRow[]> {
  const { rows } = await db.pool.query<FundingTargetRow>({
    name: 'funding-targets',
    text: `SELECT funding_source_id AS "fundingSourceId", area_id AS "areaId", target_yen AS "targetYen" FROM funding_target
      WHERE fiscal_year = $1`,
    values: [fiscalYear],
  })
  return rows
}
