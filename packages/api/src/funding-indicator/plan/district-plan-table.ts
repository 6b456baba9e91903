import type { Tx } from '@sasaeai/db/in-transaction'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { DistrictPlanDetails } from '@sasaeai/domain/funding-indicator/plan/district-plan-details'
import { id } from '@sasaeai/domain/ids'
import { fail } from '@sasaeai/domain/outcome/outcome'
import { groundRowOf, type SavedTable } from '../../council/ground-table.ts'

/** 校区福祉活動計画, each with the funds and the 助成 that stand behind it. */
export const districtPlanTable: SavedTable<DistrictPlanDetails, 'district_plan_taken'> = {
  subjectKind: 'district_plan',
  async read(tx, planId) {
    const row = await tx.districtPlan.findUnique({ where: { id: planId } })
    if (row === null) return null
    const { areaId, name, state, firstYear, lastYear, summary, note, revision } = row
    // One after the other: a transaction has one connection.
    const funds = await tx.districtPlanFund.findMany({ where: { districtPlanId: planId }, orderBy: { fundId: 'asc' } })
    const grants = await tx.districtPlanGrant.findMany({ where: { districtPlanId: planId }, orderBy: { grantApplicationId: 'asc' } })
    const year = (value: number | null): FiscalYear | null => (value === null ? null : fiscalYear(value))
    return groundRowOf({
      areaId: id<'AreaId'>(areaId), name, planState: state, firstYear: year(firstYear), lastYear: year(lastYear), summary, note, revision,
      fundIds: funds.map(({ fundId }) => id<'FundId'>(fundId)),
      grantApplicationIds: grants.map(({ grantApplicationId }) => id<'GrantApplicationId'>(grantApplicationId)),
    })
  },
  insert: async (tx, planId, details) => {
    await tx.districtPlan.create({ data: { id: planId, ...columnsOf(details) } })
    await setMoney(tx, planId, details)
  },
  update: async (tx, planId, details) => {
    await tx.districtPlan.update({ where: { id: planId }, data: columnsOf(details) })
    await setMoney(tx, planId, details)
  },
  remove: (tx, planId) => tx.districtPlan.delete({ where: { id: planId } }),
  refusalOf: (error) => (isUniqueViolation(error) ? fail('district_plan_taken', { field: 'name' }) : null),
}

function columnsOf({ planState, fundIds: _funds, grantApplicationIds: _grants, ...same }: DistrictPlanDetails) {
  return { ...same, state: planState }
}

async function setMoney(tx: Tx, districtPlanId: string, { fundIds, grantApplicationIds }: DistrictPlanDetails): Promise<void> {
  await tx.districtPlanFund.deleteMany({ where: { districtPlanId, fundId: { notIn: [...fundIds] } } })
  await tx.districtPlanFund.createMany({ data: fundIds.map((fundId) => ({ districtPlanId, fundId })), skipDuplicates: true })
  await tx.districtPlanGrant.deleteMany({ where: { districtPlanId, grantApplicationId: { notIn: [...grantApplicationIds] } } })
  await tx.districtPlanGrant.createMany({ data: grantApplicationIds.map((grantApplicationId) => ({ districtPlanId, grantApplicationId })), skipDuplicates: true })
}
