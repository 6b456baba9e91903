import { saveDuesRulesSchema } from '@sasaeai/domain/membership-dues/terms/dues-rules-input'
import { procedureFor, router } from '../../procedure-for.ts'
import { readDuesRules } from './dues-terms-queries.ts'
import { saveDuesRules } from './save-dues-rules.ts'

/** 還元金の決まり */
export const duesRulesRouter = router({
  get: procedureFor('dues.read').query(({ ctx }) => readDuesRules(ctx.deps)),
  save: procedureFor('dues.manage')
    .input(saveDuesRulesSchema)
    .mutation(({ ctx, input }) => saveDuesRules(ctx.deps, ctx.actor, input)),
})
