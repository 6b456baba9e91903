import { asFile, exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { districtPlanSchema, districtPlansSchema, grantLookupSchema, saveDistrictPlanSchema } from '@sasaeai/domain/funding-indicator/plan/district-plan-details'
import { planExportSchema, planPageSchema, savePlanSchema } from '@sasaeai/domain/funding-indicator/plan/plan-details'
import { planReviewSchema, savePlanReviewSchema } from '@sasaeai/domain/funding-indicator/plan/plan-review-details'
import { deleteGroundItem } from '../../council/delete-ground-item.ts'
import { groundItemProcedures } from '../../council/ground-item-procedures.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { districtPlanTable } from './district-plan-table.ts'
import { exportDistrictPlans } from './export-district-plans.ts'
import { exportPlan } from './export-plan.ts'
import { exportPlans } from './export-plans.ts'
import { listDistrictPlans, lookUpGrants } from './list-district-plans.ts'
import { listPlans } from './list-plans.ts'
import { planReviewTable } from './plan-review-table.ts'
import { planTable } from './plan-table.ts'
import { readPlan } from './read-plan.ts'

/** 計画: some years with the indicators that tell how they go, what committees said of them, and the plans of the 校区. */
export const planRouter = router({
  list: procedureFor('report.read').query(({ ctx }) => listPlans(ctx.deps.db)),
  read: procedureFor('report.read')
    .input(planPageSchema)
    .query(async ({ ctx, input: { planId, postedUntil } }) => readPlan(ctx.deps, { planId, at: await readPageMoment(ctx.deps, postedUntil) })),
  exportList: procedureFor('report.read')
    .input(exportAskingSchema)
    .mutation(({ ctx, input }) => exportPlans(ctx.deps, input)),
  export: procedureFor('report.read')
    .input(planExportSchema)
    .mutation(({ ctx, input }) => exportPlan(ctx.deps, input)),
  save: procedureFor('indicator.manage')
    .input(savePlanSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: planTable, ...input })),
  ...groundItemProcedures(planTable, 'indicator.manage'),
  review: router({
    save: procedureFor('indicator.write')
      .input(savePlanReviewSchema)
      .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: planReviewTable, ...input })),
    remove: procedureFor('indicator.write')
      .input(planReviewSchema)
      .mutation(({ ctx, input }) => deleteGroundItem(ctx.deps, ctx.actor, { table: planReviewTable, id: input.reviewId })),
  }),
  district: router({
    list: procedureFor('report.read')
      .input(districtPlansSchema)
      .query(async ({ ctx, input }) => listDistrictPlans(ctx.deps, await readPageMoment(ctx.deps, input.postedUntil))),
    grants: procedureFor('report.read')
      .input(grantLookupSchema)
      .query(({ ctx, input }) => lookUpGrants(ctx.deps, input)),
    export: procedureFor('report.read')
      .input(asFile(districtPlansSchema))
      .mutation(({ ctx, input }) => exportDistrictPlans(ctx.deps, input)),
    save: procedureFor('indicator.manage')
      .input(saveDistrictPlanSchema)
      .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: districtPlanTable, ...input })),
    remove: procedureFor('indicator.manage')
      .input(districtPlanSchema)
      .mutation(({ ctx, input }) => deleteGroundItem(ctx.deps, ctx.actor, { table: districtPlanTable, id: input.districtPlanId })),
  }),
})
