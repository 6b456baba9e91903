import { asFile } from '@sasaeai/domain/document/export-format'
import { saveExternalApplicationSchema } from '@sasaeai/domain/funding-indicator/external-fund/external-application-details'
import { saveExternalCallSchema } from '@sasaeai/domain/funding-indicator/external-fund/external-call-details'
import { externalApplicationSchema, externalCallPageSchema, externalCallSchema, externalFundsSchema, receiveExternalSchema } from '@sasaeai/domain/funding-indicator/external-fund/receive-external-input'
import { saveReportReminderSchema } from '@sasaeai/domain/funding-indicator/external-fund/report-reminder-days'
import { deleteGroundItem } from '../../council/delete-ground-item.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { countExternalDeadlines } from './count-external-deadlines.ts'
import { exportExternalFunds } from './export-external-funds.ts'
import { externalApplicationTable } from './external-application-table.ts'
import { externalCallTable } from './external-call-table.ts'
import { listExternalFunds, readExternalCall } from './list-external-funds.ts'
import { receiveExternalMoney } from './receive-external-money.ts'
import { saveReportReminder } from './save-report-reminder.ts'

/** 外部資金: calls of others, what the council applies for, and the money of its awards. */
export const externalFundRouter = router({
  list: procedureFor('report.read')
    .input(externalFundsSchema)
    .query(async ({ ctx, input }) => listExternalFunds(ctx.deps, await readPageMoment(ctx.deps, input.postedUntil))),
  get: procedureFor('report.read')
    .input(externalCallPageSchema)
    .query(async ({ ctx, input }) => readExternalCall(ctx.deps, input, await readPageMoment(ctx.deps, input.postedUntil))),
  countDeadlines: procedureFor('report.read').query(({ ctx }) => countExternalDeadlines(ctx.deps)),
  export: procedureFor('report.read')
    .input(asFile(externalFundsSchema))
    .mutation(({ ctx, input }) => exportExternalFunds(ctx.deps, input)),
  saveReminder: procedureFor('ground.manage')
    .input(saveReportReminderSchema)
    .mutation(({ ctx, input }) => saveReportReminder(ctx.deps, ctx.actor, input)),
  saveCall: procedureFor('externalFund.write')
    .input(saveExternalCallSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: externalCallTable, ...input })),
  removeCall: procedureFor('externalFund.write')
    .input(externalCallSchema)
    .mutation(({ ctx, input }) => deleteGroundItem(ctx.deps, ctx.actor, { table: externalCallTable, id: input.callId })),
  saveApplication: procedureFor('externalFund.write')
    .input(saveExternalApplicationSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: externalApplicationTable, ...input })),
  removeApplication: procedureFor('externalFund.write')
    .input(externalApplicationSchema)
    .mutation(({ ctx, input }) => deleteGroundItem(ctx.deps, ctx.actor, { table: externalApplicationTable, id: input.applicationId })),
  receive: procedureFor('externalFund.post')
    .input(receiveExternalSchema)
    .mutation(({ ctx, input }) => receiveExternalMoney(ctx.deps, ctx.actor, input)),
})
