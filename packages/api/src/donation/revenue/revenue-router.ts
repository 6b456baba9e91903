import { asFile } from '@sasaeai/domain/document/export-format'
import { receiveRevenueSchema } from '@sasaeai/domain/donation/revenue/receive-revenue-input'
import { revenueListSchema, revenueStreamSchema, saveRevenueStreamSchema } from '@sasaeai/domain/donation/revenue/revenue-stream-details'
import { groundItemProcedures } from '../../council/ground-item-procedures.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportRevenue } from './export-revenue.ts'
import { exportRevenueStream } from './export-revenue-stream.ts'
import { receiveRevenue } from './receive-revenue.ts'
import { listRevenueStreams, readRevenueStream } from './revenue-queries.ts'
import { revenueStreamTable } from './revenue-stream-table.ts'

/** 協賛・収益: machines, sponsors, and projects on outside platforms. */
export const revenueRouter = router({
  list: procedureFor('fund.read')
    .input(revenueListSchema)
    .query(async ({ ctx, input }) => listRevenueStreams(ctx.deps, input, await readPageMoment(ctx.deps, input.postedUntil))),
  get: procedureFor('fund.read')
    .input(revenueStreamSchema)
    .query(async ({ ctx, input }) => readRevenueStream(ctx.deps, input, await readPageMoment(ctx.deps, input.postedUntil))),
  save: procedureFor('ground.manage')
    .input(saveRevenueStreamSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: revenueStreamTable, ...input })),
  ...groundItemProcedures(revenueStreamTable),
  receive: procedureFor('fund.post')
    .input(receiveRevenueSchema)
    .mutation(({ ctx, input }) => receiveRevenue(ctx.deps, ctx.actor, input)),
  export: procedureFor('fund.read')
    .input(asFile(revenueListSchema))
    .mutation(({ ctx, input }) => exportRevenue(ctx.deps, input)),
  exportOne: procedureFor('fund.read')
    .input(asFile(revenueStreamSchema))
    .mutation(({ ctx, input }) => exportRevenueStream(ctx.deps, input)),
})
