import { fiscalYearSchema } from '@sasaeai/domain/calendar/fiscal-year'
import { lookupSchema } from '@sasaeai/domain/text/lookup-input'
import { z } from 'zod'
import { procedureFor, router } from '../trpc.ts'
import { listAreas, listAreaTypes, listHouseholds, lookupAreas } from './area-queries.ts'

/** 地域: one tree, its types, and households. */
export const areaRouter = router({
  list: procedureFor('ground.read').query(({ ctx }) => listAreas(ctx.deps)),
  types: procedureFor('ground.read').query(({ ctx }) => listAreaTypes(ctx.deps)),
  households: procedureFor('ground.read')
    .input(z.object({ fiscalYear: fiscalYearSchema }))
    .query(({ ctx, input }) => listHouseholds(ctx.deps, input.fiscalYear)),
  lookup: procedureFor('ground.read')
    .input(lookupSchema)
    .query(({ ctx, input }) => lookupAreas(ctx.deps, input)),
})
