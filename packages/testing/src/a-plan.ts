import { saveGroundItem } from '@sasaeai/api/council/save-ground-item'
import { districtPlanTable } from '@sasaeai/api/funding-indicator/plan/district-plan-table'
import { planReviewTable } from '@sasaeai/api/funding-indicator/plan/plan-review-table'
import { planTable } from '@sasaeai/api/funding-indicator/plan/plan-table'
import { districtPlanDetailsSchema } from '@sasaeai/domain/funding-indicator/plan/district-plan-details'
import { planDetailsSchema } from '@sasaeai/domain/funding-indicator/plan/plan-details'
import { planReviewDetailsSchema } from '@sasaeai/domain/funding-indicator/plan/plan-review-details'
import { id, type PlanId } from '@sasaeai/domain/ids'
import type { ACouncil } from './a-council.ts'
import { done } from './a-grant.ts'

/** A plan of three years with two standard indicators and a 点検・評価, and a 校区's plan with a fund behind it. */
export async function aPlan(council: ACouncil): Promise<PlanId> {
  const { deps, actors, fiscalYear: year } = council
  const indicators = await deps.db.prisma.fundingIndicator.findMany({ where: { code: { in: ['10', '20'] } }, orderBy: { code: 'asc' } })
  const details = planDetailsSchema.parse({
    code: '1', name: '中期経営計画', kind: 'management', firstYear: year - 1, lastYear: year + 1, policy: '自主財源を増やす。',
    indicators: indicators.map((indicator) => ({ indicatorId: indicator.id, pillar: '財源の確保' })),
  })
  const plan = await done(saveGroundItem(deps, actors.accountant, { table: planTable, id: null, revision: null, details }))
  const review = planReviewDetailsSchema.parse({
    planId: plan.id, fiscalYear: year - 1, committeeName: '計画推進委員会', heldOn: `${year}-06-20`, attendeeNames: '委員10名', minutes: '進みぐあいを確かめた。', comment: 'おおむね順調。',
  })
  await done(saveGroundItem(deps, actors.accountant, { table: planReviewTable, id: null, revision: null, details: review }))
  const district = districtPlanDetailsSchema.parse({
    areaId: council.area('日吉校区'), name: '日吉校区福祉活動計画', planState: 'adopted', firstYear: year - 1, lastYear: year + 3, summary: '見守りと居場所づくり', note: '',
    fundIds: [council.fund('子ども食堂応援')], grantApplicationIds: [],
  })
  await done(saveGroundItem(deps, actors.accountant, { table: districtPlanTable, id: null, revision: null, details: district }))
  return id(plan.id)
}
