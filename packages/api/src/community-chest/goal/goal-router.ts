import { goalSheetSchema, putBackGoalsSchema, saveGoalsSchema } from '@sasaeai/domain/community-chest/goal/goal-input'
import { asFile } from '@sasaeai/domain/document/export-format'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportGoals } from './export-goals.ts'
import { readGoalBasis } from './goal-basis-query.ts'
import { readGoalSheet } from './goal-sheet-query.ts'
import { putBackGoals } from './put-back-goals.ts'
import { saveGoals } from './save-goals.ts'

/** 目標額 by area and method. */
export const goalRouter = router({
  sheet: procedureFor('chest.read')
    .input(goalSheetSchema)
    .query(({ ctx, input }) => readGoalSheet(ctx.deps, input.campaignId)),
  basis: procedureFor('chest.read')
    .input(goalSheetSchema)
    .query(({ ctx, input }) => readGoalBasis(ctx.deps, input.campaignId)),
  export: procedureFor('chest.read')
    .input(asFile(goalSheetSchema))
    .mutation(({ ctx, input }) => exportGoals(ctx.deps, input)),
  save: procedureFor('chest.manage')
    .input(saveGoalsSchema)
    .mutation(({ ctx, input }) => saveGoals(ctx.deps, ctx.actor, input)),
  putBack: procedureFor('chest.manage')
    .input(putBackGoalsSchema)
    .mutation(({ ctx, input }) => putBackGoals(ctx.deps, ctx.actor, input)),
})
