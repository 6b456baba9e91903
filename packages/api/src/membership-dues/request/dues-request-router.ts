import { householdBases } from '@sasaeai/domain/area/household-basis'
import { fiscalYearSchema } from '@sasaeai/domain/calendar/fiscal-year-schema'
import { localDateSchema } from '@sasaeai/domain/calendar/local-date-schema'
import {
  addLatePayersSchema,
  adjustDuesLineSchema,
  duesLinesSchema,
  duesRequestSchema,
  prepareDuesRequestsSchema,
  seenDuesLineSchema,
  seenDuesRequestSchema,
} from '@sasaeai/domain/membership-dues/request/dues-request-input'
import { z } from 'zod'
import { procedureFor, router } from '../../procedure-for.ts'
import { addLatePayers } from './add-late-payers.ts'
import { adjustDuesLine } from './adjust-dues-line.ts'
import { checkDuesRequest } from './check-dues-request.ts'
import { dropDuesAdjustment } from './drop-dues-adjustment.ts'
import { readDuesRequests } from './dues-request-overview.ts'
import { fixDuesRequest } from './fix-dues-request.ts'
import { listDuesLines } from './list-dues-lines.ts'
import { prepareDuesRequests } from './prepare-dues-requests.ts'
import { previewDuesRequests } from './preview-dues-requests.ts'
import { unfixDuesRequest } from './unfix-dues-request.ts'

/** 納入のお願い: whom a year asks, for how much, and the numbers on their slips. */
export const duesRequestRouter = router({
  overview: procedureFor('dues.read')
    .input(z.object({ fiscalYear: fiscalYearSchema }))
    .query(({ ctx, input }) => readDuesRequests(ctx.deps, input.fiscalYear)),
  preview: procedureFor('dues.read')
    .input(z.object({ fiscalYear: fiscalYearSchema, requestedOn: localDateSchema, householdBasis: z.enum(householdBases).nullable() }))
    .query(({ ctx, input }) => previewDuesRequests(ctx.deps, input)),
  check: procedureFor('dues.read')
    .input(duesRequestSchema)
    .query(({ ctx, input }) => checkDuesRequest(ctx.deps, input.requestId)),
  lines: procedureFor('dues.read')
    .input(duesLinesSchema)
    .query(({ ctx, input }) => listDuesLines(ctx.deps, input)),
  prepare: procedureFor('dues.manage')
    .input(prepareDuesRequestsSchema)
    .mutation(({ ctx, input }) => prepareDuesRequests(ctx.deps, ctx.actor, input)),
  adjust: procedureFor('dues.manage')
    .input(adjustDuesLineSchema)
    .mutation(({ ctx, input }) => adjustDuesLine(ctx.deps, ctx.actor, input)),
  dropAdjustment: procedureFor('dues.manage')
    .input(seenDuesLineSchema)
    .mutation(({ ctx, input }) => dropDuesAdjustment(ctx.deps, ctx.actor, input)),
  fix: procedureFor('dues.manage')
    .input(seenDuesRequestSchema)
    .mutation(({ ctx, input }) => fixDuesRequest(ctx.deps, ctx.actor, input)),
  unfix: procedureFor('dues.manage')
    .input(seenDuesRequestSchema)
    .mutation(({ ctx, input }) => unfixDuesRequest(ctx.deps, ctx.actor, input)),
  addLate: procedureFor('dues.manage')
    .input(addLatePayersSchema)
    .mutation(({ ctx, input }) => addLatePayers(ctx.deps, ctx.actor, input)),
})
