import type { Tx } from '@sasaeai/db/in-transaction'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { DistrictPlanState } from '@sasaeai/domain/funding-indicator/plan/district-plan-state'
import { codes } from './demo-bundle.ts'

/** Of ten 校区 that follow each other, where each stands. */
const states: readonly DistrictPlanState[] = ['adopted', 'adopted', 'preparing', 'adopted', 'none', 'adopted', 'revising', 'adopted', 'adopted', 'preparing']

const summaries = [
  '見守り訪問の担い手を増やし、月1回の居場所を開く。', '子ども食堂と学習支援を校区の拠点で続ける。', '買い物と通院の送迎を、運転協力者と始める。', '災害に備え、支え合いマップを自治会ごとに作る。',
] as const

/** A plan of every 校区: its state, years and summary follow from its place in the list; some have a fund or a 助成 behind them. */
export async function layDistrictPlans(tx: Tx, { present, newId }: { readonly present: FiscalYear; readonly newId: () => string }): Promise<void> {
  const districts = await tx.area.findMany({ where: { parent: { parentId: null } }, orderBy: { code: 'asc' }, select: { id: true, name: true } })
  const funds = await tx.fund.findMany({ where: { code: { in: [codes.fund.childrensTable, codes.fund.transport] } }, orderBy: { code: 'asc' }, select: { id: true } })
  const grants = await tx.grantApplication.findMany({
    where: { decision: { awardedYen: { gt: 0 } } }, orderBy: [{ call: { fiscalYear: 'desc' } }, { call: { name: 'asc' } }, { applicationNumber: 'asc' }], select: { id: true }, take: 12,
  })
  const rows = districts.map(({ id, name }, place) => {
    const state = states[place % states.length] ?? 'none'
    return { id: newId(), areaId: id, name: `${name}福祉活動計画`, state, ...yearsOf(state, { place, present }), ...wordsOf(state, place) }
  })
  await tx.districtPlan.createMany({ data: rows })
  const standing = rows.filter(({ state }) => state === 'adopted' || state === 'revising')
  await tx.districtPlanFund.createMany({
    data: standing.flatMap(({ id }, place) => {
      const fund = place % 4 === 0 ? funds[(place / 4) % Math.max(1, funds.length)] : undefined
      return fund === undefined ? [] : [{ districtPlanId: id, fundId: fund.id }]
    }),
  })
  await tx.districtPlanGrant.createMany({
    data: grants.flatMap(({ id }, place) => {
      const plan = standing[(place * 3) % Math.max(1, standing.length)]
      return plan === undefined ? [] : [{ districtPlanId: plan.id, grantApplicationId: id }]
    }),
    skipDuplicates: true,
  })
}

/** Plans last five years; one that is being revised ends with this year. */
function yearsOf(state: DistrictPlanState, { place, present }: { readonly place: number; readonly present: FiscalYear }) {
  if (state === 'none') return { firstYear: null, lastYear: null }
  const firstYear = state === 'preparing' ? present + 1 : state === 'revising' ? present - 4 : present - (place % 4)
  return { firstYear, lastYear: firstYear + 4 }
}

function wordsOf(state: DistrictPlanState, place: number) {
  if (state === 'none') return { summary: '', note: '支え合い推進会議で準備の話合いを始めるところです。' }
  if (state === 'preparing') return { summary: '', note: '住民アンケートと座談会を進めています。' }
  return { summary: summaries[place % summaries.length] ?? '', note: state === 'revising' ? '次の5年の計画に向けて見直しています。' : '' }
}
