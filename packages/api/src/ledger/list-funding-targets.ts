import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type AreaId, type FundingSourceId, id } from '@sasaeai/domain/ids'
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
  const targets = await db.prisma.fundingTarget.findMany({ where: { fiscalYear } })
  return targets.map((target) => ({
    fundingSourceId: id(target.fundingSourceId),
    areaId: target.areaId === null ? null : id(target.areaId),
    targetYen: yenFromColumn(target.targetYen),
  }))
}
