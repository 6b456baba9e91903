import { fiscalYearSchema } from '@sasaeai/domain/calendar/fiscal-year-schema'
import { copyDuesTermsSchema, removeDuesTermsSchema, saveDuesTermsSchema } from '@sasaeai/domain/membership-dues/terms/dues-terms-input'
import { z } from 'zod'
import { procedureFor, router } from '../../procedure-for.ts'
import { copyDuesTerms } from './copy-dues-terms.ts'
import { listDuesTerms } from './dues-terms-queries.ts'
import { removeDuesTerms } from './remove-dues-terms.ts'
import { saveDuesTerms } from './save-dues-terms.ts'

/** 年度の条件: what a fiscal year asks of each kind of membership. */
export const duesTermsRouter = router({
  list: procedureFor('dues.read')
    .input(z.object({ fiscalYear: fiscalYearSchema }))
    .query(({ ctx, input }) => listDuesTerms(ctx.deps, input.fiscalYear)),
  save: procedureFor('dues.manage')
    .input(saveDuesTermsSchema)
    .mutation(({ ctx, input }) => saveDuesTerms(ctx.deps, ctx.actor, input)),
  remove: procedureFor('dues.manage')
    .input(removeDuesTermsSchema)
    .mutation(({ ctx, input }) => removeDuesTerms(ctx.deps, ctx.actor, input)),
  copyFromYear: procedureFor('dues.manage')
    .input(copyDuesTermsSchema)
    .mutation(({ ctx, input }) => copyDuesTerms(ctx.deps, ctx.actor, input)),
})
