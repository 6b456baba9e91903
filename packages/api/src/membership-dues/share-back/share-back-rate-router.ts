import { fiscalYearSchema } from '@sasaeai/domain/calendar/fiscal-year-schema'
import { saveShareBackRateSchema, shareBackRateKeySchema } from '@sasaeai/domain/membership-dues/terms/dues-terms-input'
import { z } from 'zod'
import { procedureFor, router } from '../../procedure-for.ts'
import { listShareBackRates } from '../terms/dues-terms-queries.ts'
import { removeShareBackRate } from './remove-share-back-rate.ts'
import { saveShareBackRate } from './save-share-back-rate.ts'

/** 地域別の還元率: where an area's rate differs from the kind's own. */
export const shareBackRateRouter = router({
  list: procedureFor('dues.read')
    .input(z.object({ fiscalYear: fiscalYearSchema }))
    .query(({ ctx, input }) => listShareBackRates(ctx.deps, input.fiscalYear)),
  save: procedureFor('dues.manage')
    .input(saveShareBackRateSchema)
    .mutation(({ ctx, input }) => saveShareBackRate(ctx.deps, ctx.actor, input)),
  remove: procedureFor('dues.manage')
    .input(shareBackRateKeySchema)
    .mutation(({ ctx, input }) => removeShareBackRate(ctx.deps, ctx.actor, input)),
})
