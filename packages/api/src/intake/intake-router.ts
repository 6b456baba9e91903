import { asFile } from '@sasaeai/domain/document/export-format'
import { wireOfContext } from '@sasaeai/domain/intake/intake-context-wire'
import {
  batchIdInputSchema,
  batchRevisionSchema,
  dailyReportSchema,
  dayInputSchema,
  intakeFilterSchema,
  intakeListSchema,
  intakePresenceSchema,
  openIntakeBatchSchema,
  readSlipNumberSchema,
  returnIntakeBatchSchema,
  saveIntakeDraftSchema,
  supporterNumbersSchema,
} from '@sasaeai/domain/intake/intake-inputs'
import { TRPCError } from '@trpc/server'
import { readGroundVersion } from '../ledger/read-ground-data.ts'
import { findSlipPayer } from '../membership-dues/request/find-slip-payer.ts'
import { readReportMoment } from '../ledger/report-moment.ts'
import { procedureFor, router } from '../procedure-for.ts'
import { readBookedMoney, readDailyReport } from './daily-report-query.ts'
import { exportDailyReport } from './export-daily-report.ts'
import { discardIntakeDraft, restoreIntakeDraft } from './discard-intake-draft.ts'
import { exportIntakeList } from './export-intake-list.ts'
import { viewIntakeBatch } from './intake-batch-query.ts'
import { countIntakeBatches, listIntakeBatches } from './intake-list-queries.ts'
import { noteIntakePresence } from './intake-presence.ts'
import { openIntakeBatch } from './open-intake-batch.ts'
import { postIntakeBatch } from './post-intake-batch.ts'
import { readIntakeContext, readSupportersWithDues } from './read-intake-context.ts'
import { returnIntakeBatch } from './return-intake-batch.ts'
import { saveIntakeDraft } from './save-intake-draft.ts'
import { submitIntakeBatch } from './submit-intake-batch.ts'
import { takeBackIntakeBatch } from './take-back-intake-batch.ts'

const reading = procedureFor('intake.read')
const writing = procedureFor('intake.write')

/** 受付: bundles of slips, from the first key typed to the books. */
export const intakeRouter = router({
  list: reading.input(intakeListSchema).query(({ ctx, input }) => listIntakeBatches(ctx.deps, input)),
  exportList: reading.input(asFile(intakeFilterSchema)).mutation(({ ctx, input }) => exportIntakeList(ctx.deps, ctx.actor, input)),
  waiting: reading.query(({ ctx }) => countIntakeBatches(ctx.deps)),
  batch: reading.input(batchIdInputSchema).query(async ({ ctx, input }) => {
    const batch = await viewIntakeBatch(ctx.deps, input.batchId)
    if (batch === null) throw new TRPCError({ code: 'NOT_FOUND', message: '受付が見つかりません。' })
    return batch
  }),
  context: reading.query(async ({ ctx }) =>
    wireOfContext(await readIntakeContext(ctx.deps, await readGroundVersion(ctx.deps.db))),
  ),
  supporters: reading
    .input(supporterNumbersSchema)
    .query(async ({ ctx, input }) => [...(await readSupportersWithDues(ctx.deps, input.numbers))]),
  slip: reading.input(readSlipNumberSchema).query(({ ctx, input }) => findSlipPayer(ctx.deps, input)),
  bookedOn: reading.input(dayInputSchema).query(({ ctx, input }) => readBookedMoney(ctx.deps, input.day)),
  dailyReport: reading.input(dailyReportSchema).query(async ({ ctx, input }) => readDailyReport(ctx.deps, input.day, await readReportMoment(ctx.deps, input.postedUntil))),
  exportDailyReport: reading.input(asFile(dailyReportSchema)).mutation(({ ctx, input }) => exportDailyReport(ctx.deps, input)),
  open: writing.input(openIntakeBatchSchema).mutation(({ ctx, input }) => openIntakeBatch(ctx.deps, ctx.actor, input)),
  save: writing.input(saveIntakeDraftSchema).mutation(({ ctx, input }) => saveIntakeDraft(ctx.deps, ctx.actor, input)),
  notePresence: writing
    .input(intakePresenceSchema)
    .mutation(({ ctx, input }) => noteIntakePresence(ctx.deps, ctx.actor, input)),
  submit: writing
    .input(batchRevisionSchema)
    .mutation(({ ctx, input }) => submitIntakeBatch(ctx.deps, ctx.actor, input)),
  takeBack: writing
    .input(batchRevisionSchema)
    .mutation(({ ctx, input }) => takeBackIntakeBatch(ctx.deps, ctx.actor, input)),
  /** Whoever types may post; where a second person is asked for, the command wants one who may approve. */
  post: writing.input(batchRevisionSchema).mutation(({ ctx, input }) => postIntakeBatch(ctx.deps, ctx.actor, input)),
  return: procedureFor('intake.approve')
    .input(returnIntakeBatchSchema)
    .mutation(({ ctx, input }) => returnIntakeBatch(ctx.deps, ctx.actor, input)),
  discard: writing
    .input(batchRevisionSchema)
    .mutation(({ ctx, input }) => discardIntakeDraft(ctx.deps, ctx.actor, input)),
  restore: writing
    .input(batchRevisionSchema)
    .mutation(({ ctx, input }) => restoreIntakeDraft(ctx.deps, ctx.actor, input)),
})
