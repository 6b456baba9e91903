import type { Tx } from '@sasaeai/db/in-transaction'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { PlanDetails, PlanIndicatorChoice } from '@sasaeai/domain/funding-indicator/plan/plan-details'
import { id } from '@sasaeai/domain/ids'
import { fail, type Failure } from '@sasaeai/domain/outcome/outcome'
import { type GroundChange, type GroundTable, groundRowOf } from '../../council/ground-table.ts'

const columns = { code: true, name: true, kind: true, firstYear: true, lastYear: true, policy: true, revision: true } as const

/** 計画, each with the indicators that it is measured by, in their order. */
export const planTable: GroundTable<PlanDetails, 'plan_years_reviewed'> = {
  subjectKind: 'plan',
  async read(tx, planId) {
    const row = await tx.plan.findUnique({
      where: { id: planId },
      select: { ...columns, indicators: { select: { indicatorId: true, pillar: true }, orderBy: [{ displayOrder: 'asc' }, { indicatorId: 'asc' }] } },
    })
    if (row === null) return null
    const { firstYear, lastYear, indicators, ...same } = row
    return groundRowOf({
      ...same, firstYear: fiscalYear(firstYear), lastYear: fiscalYear(lastYear),
      indicators: indicators.map(({ indicatorId, pillar }) => ({ indicatorId: id<'FundingIndicatorId'>(indicatorId), pillar })),
    })
  },
  insert: async (tx, planId, { indicators, ...plan }) => {
    await tx.plan.create({ data: { id: planId, ...plan } })
    await setIndicators(tx, planId, indicators)
  },
  update: async (tx, planId, { indicators, ...plan }) => {
    await tx.plan.update({ where: { id: planId }, data: plan })
    await setIndicators(tx, planId, indicators)
  },
  setClosedOn: (tx, planId, closedOn) => tx.plan.update({ where: { id: planId }, data: { closedOn } }),
  remove: async (tx, planId) => {
    await tx.planIndicator.deleteMany({ where: { planId } })
    await tx.plan.delete({ where: { id: planId } })
  },
  problemOfSaving,
}

/** A year that a committee has looked at stays a year of the plan. */
async function problemOfSaving(tx: Tx, { id: planId, before, after }: GroundChange<PlanDetails>): Promise<Failure<'plan_years_reviewed'> | null> {
  if (before === null) return null
  const outside = await tx.planReview.findFirst({
    where: { planId, OR: [{ fiscalYear: { lt: after.firstYear } }, { fiscalYear: { gt: after.lastYear } }] }, select: { fiscalYear: true }, orderBy: { fiscalYear: 'asc' },
  })
  if (outside === null) return null
  return fail('plan_years_reviewed', { field: outside.fiscalYear < after.firstYear ? 'firstYear' : 'lastYear', about: formatFiscalYear(fiscalYear(outside.fiscalYear)) })
}

/** Rows that stay as they are are left alone, for each that changes raises the plan's revision. */
async function setIndicators(tx: Tx, planId: string, indicators: readonly PlanIndicatorChoice[]): Promise<void> {
  await tx.planIndicator.deleteMany({ where: { planId, indicatorId: { notIn: indicators.map(({ indicatorId }) => indicatorId) } } })
  const known = new Map((await tx.planIndicator.findMany({ where: { planId } })).map((row) => [row.indicatorId, row]))
  for (const [displayOrder, { indicatorId, pillar }] of indicators.entries()) {
    const row = known.get(indicatorId)
    if (row === undefined) await tx.planIndicator.create({ data: { planId, indicatorId, pillar, displayOrder } })
    else if (row.pillar !== pillar || row.displayOrder !== displayOrder) {
      await tx.planIndicator.update({ where: { planId_indicatorId: { planId, indicatorId } }, data: { pillar, displayOrder } })
    }
  }
}
