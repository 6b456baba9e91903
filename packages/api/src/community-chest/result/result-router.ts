import { campaignResultSchema, collectedDaysSchema } from '@sasaeai/domain/community-chest/result/campaign-result-input'
import { procedureFor, router } from '../../procedure-for.ts'
import { campaignResultAnswer } from './campaign-result-query.ts'
import { readCollectedDays } from './collected-days-query.ts'

/** 募金実績: what was collected against goals and against last year. */
export const resultRouter = router({
  table: procedureFor('chest.read')
    .input(campaignResultSchema)
    .query(({ ctx, input }) => campaignResultAnswer(ctx.deps, input)),
  days: procedureFor('chest.read')
    .input(collectedDaysSchema)
    .query(({ ctx, input }) => readCollectedDays(ctx.deps, input)),
})
