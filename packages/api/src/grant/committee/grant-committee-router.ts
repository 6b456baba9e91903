import { grantYearSchema } from '@sasaeai/domain/grant/call/grant-call-input'
import { saveGrantCommitteeSchema, seenGrantCommitteeSchema } from '@sasaeai/domain/grant/committee/grant-committee-input'
import { saveGrantDecisionsSchema } from '@sasaeai/domain/grant/committee/grant-decision-input'
import { procedureFor, router } from '../../procedure-for.ts'
import { listGrantCommittees } from './list-grant-committees.ts'
import { removeGrantCommittee, saveGrantCommittee } from './save-grant-committee.ts'
import { saveGrantDecisions } from './save-grant-decisions.ts'

/** 配分委員会 and what it decides. */
export const grantCommitteeRouter = router({
  list: procedureFor('grant.read')
    .input(grantYearSchema)
    .query(({ ctx, input }) => listGrantCommittees(ctx.deps, input.fiscalYear)),
  save: procedureFor('grant.manage')
    .input(saveGrantCommitteeSchema)
    .mutation(({ ctx, input }) => saveGrantCommittee(ctx.deps, ctx.actor, input)),
  remove: procedureFor('grant.manage')
    .input(seenGrantCommitteeSchema)
    .mutation(({ ctx, input }) => removeGrantCommittee(ctx.deps, ctx.actor, input)),
  decide: procedureFor('grant.manage')
    .input(saveGrantDecisionsSchema)
    .mutation(({ ctx, input }) => saveGrantDecisions(ctx.deps, ctx.actor, input)),
})
