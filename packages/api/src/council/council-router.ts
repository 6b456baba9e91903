import { councilDetailsSchema } from '@sasaeai/domain/council/council-details'
import { fiscalPeriodSchema, openFiscalYearSchema, reopenPeriodSchema } from '@sasaeai/domain/council/fiscal-year-input'
import { procedureFor, router } from '../procedure-for.ts'
import { closePeriod, reopenPeriod } from './close-period.ts'
import { listFiscalYears, readCouncil } from './council-queries.ts'
import { openFiscalYear } from './open-fiscal-year.ts'
import { saveCouncilDetails } from './save-council-details.ts'

/** 社協の情報, 年度と締め. */
export const councilRouter = router({
  get: procedureFor('ground.read').query(({ ctx }) => readCouncil(ctx.deps)),
  save: procedureFor('council.manage')
    .input(councilDetailsSchema)
    .mutation(({ ctx, input }) => saveCouncilDetails(ctx.deps, ctx.actor, input)),
  years: procedureFor('ground.read').query(({ ctx }) => listFiscalYears(ctx.deps)),
  openYear: procedureFor('council.manage')
    .input(openFiscalYearSchema)
    .mutation(({ ctx, input }) => openFiscalYear(ctx.deps, ctx.actor, input)),
  closePeriod: procedureFor('period.close')
    .input(fiscalPeriodSchema)
    .mutation(({ ctx, input }) => closePeriod(ctx.deps, ctx.actor, input)),
  reopenPeriod: procedureFor('period.close')
    .input(reopenPeriodSchema)
    .mutation(({ ctx, input }) => reopenPeriod(ctx.deps, ctx.actor, input)),
})
