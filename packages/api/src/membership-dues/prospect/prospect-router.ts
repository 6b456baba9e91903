import {
  declineProspectSchema,
  joinProspectSchema,
  prospectListSchema,
  saveProspectSchema,
} from '@sasaeai/domain/membership-dues/prospect/prospect-input'
import { procedureFor, router } from '../../procedure-for.ts'
import { declineProspect, joinProspect } from './close-prospect.ts'
import { readProspects } from './prospect-queries.ts'
import { saveProspect } from './save-prospect.ts'

/** 入会の見込み. */
export const prospectRouter = router({
  list: procedureFor('dues.read')
    .input(prospectListSchema)
    .query(({ ctx, input }) => readProspects(ctx.deps, input)),
  save: procedureFor('dues.write')
    .input(saveProspectSchema)
    .mutation(({ ctx, input }) => saveProspect(ctx.deps, ctx.actor, input)),
  join: procedureFor('dues.write')
    .input(joinProspectSchema)
    .mutation(({ ctx, input }) => joinProspect(ctx.deps, ctx.actor, input)),
  decline: procedureFor('dues.write')
    .input(declineProspectSchema)
    .mutation(({ ctx, input }) => declineProspect(ctx.deps, ctx.actor, input)),
})
