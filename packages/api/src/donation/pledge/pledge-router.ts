import { exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { createPledgeSchema, endPledgeSchema, pledgeSchema, pledgesOfSupporterSchema, replanPledgeSchema, resumePledgeSchema } from '@sasaeai/domain/donation/pledge/pledge-input'
import { TRPCError } from '@trpc/server'
import { procedureFor, router } from '../../procedure-for.ts'
import { endPledge, replanPledge, resumePledge } from './change-pledge.ts'
import { createPledge } from './create-pledge.ts'
import { exportPledges } from './export-pledges.ts'
import { listPledges, pledgesOfSupporter, readPledge } from './pledge-queries.ts'

/** 予約: gifts that somebody said they would give. */
export const pledgeRouter = router({
  list: procedureFor('donation.read').query(({ ctx }) => listPledges(ctx.deps)),
  get: procedureFor('donation.read')
    .input(pledgeSchema)
    .query(async ({ ctx, input }) => {
      const pledge = await readPledge(ctx.deps, input.pledgeId)
      if (pledge === null) throw new TRPCError({ code: 'NOT_FOUND', message: '予約が見つかりません。' })
      return pledge
    }),
  ofSupporter: procedureFor('donation.read')
    .input(pledgesOfSupporterSchema)
    .query(({ ctx, input }) => pledgesOfSupporter(ctx.deps, input.supporterId)),
  export: procedureFor('donation.read')
    .input(exportAskingSchema)
    .mutation(({ ctx, input }) => exportPledges(ctx.deps, ctx.actor, input)),
  create: procedureFor('donation.write')
    .input(createPledgeSchema)
    .mutation(({ ctx, input }) => createPledge(ctx.deps, ctx.actor, input)),
  replan: procedureFor('donation.write')
    .input(replanPledgeSchema)
    .mutation(({ ctx, input }) => replanPledge(ctx.deps, ctx.actor, input)),
  end: procedureFor('donation.write')
    .input(endPledgeSchema)
    .mutation(({ ctx, input }) => endPledge(ctx.deps, ctx.actor, input)),
  resume: procedureFor('donation.write')
    .input(resumePledgeSchema)
    .mutation(({ ctx, input }) => resumePledge(ctx.deps, ctx.actor, input)),
})
