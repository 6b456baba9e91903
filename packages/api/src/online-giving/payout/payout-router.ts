import { asFile } from '@sasaeai/domain/document/export-format'
import { confirmPayoutSchema, dailyTotalsSchema, feeReportSchema, payoutFilterSchema, payoutInputSchema, payoutSheetSchema } from '@sasaeai/domain/online-giving/payout/payout-input'
import { gatewayEventFilterSchema, gatewayEventInputSchema, gatewayEventListSchema, settleEventSchema } from '@sasaeai/domain/online-giving/event/gateway-event-input'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { countPutAside, listGatewayEvents } from '../event/list-gateway-events.ts'
import { retryEvent, settleEvent } from '../event/settle-put-aside-event.ts'
import { exportDays, exportFees, exportGatewayEvents, exportPayouts } from '../export-online-lists.ts'
import { confirmPayout, unconfirmPayout } from './confirm-payout.ts'
import { exportPayout } from './export-payout.ts'
import { listPayouts, readPayout } from './list-payouts.ts'
import { reportFees } from './report-fees.ts'
import { totalDays } from './total-days.ts'

/** 入金, with what was kept of it and what the gateway says of each day. */
export const payoutRouter = router({
  list: procedureFor('giving.read')
    .input(payoutFilterSchema)
    .query(async ({ ctx, input }) => listPayouts(ctx.deps, input, await readPageMoment(ctx.deps, input.postedUntil))),
  get: procedureFor('giving.read')
    .input(payoutSheetSchema)
    .query(async ({ ctx, input }) => readPayout(ctx.deps, input.payoutId, await readPageMoment(ctx.deps, input.postedUntil))),
  export: procedureFor('giving.read')
    .input(asFile(payoutFilterSchema))
    .mutation(({ ctx, input }) => exportPayouts(ctx.deps, ctx.actor, input)),
  exportOne: procedureFor('giving.read')
    .input(asFile(payoutInputSchema))
    .mutation(({ ctx, input }) => exportPayout(ctx.deps, ctx.actor, input)),
  confirm: procedureFor('giving.reconcile')
    .input(confirmPayoutSchema)
    .mutation(({ ctx, input }) => confirmPayout(ctx.deps, ctx.actor, input)),
  unconfirm: procedureFor('giving.reconcile')
    .input(payoutInputSchema)
    .mutation(({ ctx, input }) => unconfirmPayout(ctx.deps, ctx.actor, input)),
  fees: procedureFor('giving.read')
    .input(feeReportSchema)
    .query(async ({ ctx, input }) => reportFees(ctx.deps, input, await readPageMoment(ctx.deps, input.postedUntil))),
  exportFees: procedureFor('giving.read')
    .input(asFile(feeReportSchema))
    .mutation(({ ctx, input }) => exportFees(ctx.deps, ctx.actor, input)),
  days: procedureFor('giving.read')
    .input(dailyTotalsSchema)
    .query(async ({ ctx, input }) => totalDays(ctx.deps, input, await readPageMoment(ctx.deps, input.postedUntil))),
  exportDays: procedureFor('giving.read')
    .input(asFile(dailyTotalsSchema))
    .mutation(({ ctx, input }) => exportDays(ctx.deps, ctx.actor, input)),
})

/** 通知 */
export const gatewayEventRouter = router({
  list: procedureFor('giving.read')
    .input(gatewayEventListSchema)
    .query(({ ctx, input }) => listGatewayEvents(ctx.deps, input)),
  putAside: procedureFor('giving.read').query(({ ctx }) => countPutAside(ctx.deps)),
  export: procedureFor('giving.read')
    .input(asFile(gatewayEventFilterSchema))
    .mutation(({ ctx, input }) => exportGatewayEvents(ctx.deps, ctx.actor, input)),
  retry: procedureFor('giving.manage')
    .input(gatewayEventInputSchema)
    .mutation(({ ctx, input }) => retryEvent(ctx.deps, ctx.actor, input)),
  settle: procedureFor('giving.manage')
    .input(settleEventSchema)
    .mutation(({ ctx, input }) => settleEvent(ctx.deps, ctx.actor, input)),
})
