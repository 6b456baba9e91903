import { asFile } from '@sasaeai/domain/document/export-format'
import { askedScheduledGiftsSchema, askedScheduledSubsidiesSchema, saveSubsidySchema, scheduledGiftsSchema, scheduledSubsidiesSchema, statutoryPaperSchema } from '@sasaeai/domain/funding-indicator/statutory-paper/statutory-paper-input'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportScheduledGifts } from './export-scheduled-gifts.ts'
import { exportScheduledSubsidies } from './export-scheduled-subsidies.ts'
import { exportStatutoryPapers } from './export-statutory-papers.ts'
import { listScheduledGifts } from './list-scheduled-gifts.ts'
import { listScheduledSubsidies } from './list-scheduled-subsidies.ts'
import { readGiftSchedule } from './read-gift-schedule.ts'
import { readSubsidySchedule } from './read-subsidy-schedule.ts'
import { saveSubsidy } from './save-subsidy.ts'

/** 附属明細書: 寄附金収益明細書 (別紙3②) and 補助金事業等収益明細書 (別紙3③). */
export const statutoryPaperRouter = router({
  gifts: procedureFor('report.read')
    .input(statutoryPaperSchema)
    .query(async ({ ctx, input }) => readGiftSchedule(ctx.deps, input, await readPageMoment(ctx.deps, input.postedUntil))),
  subsidies: procedureFor('report.read')
    .input(statutoryPaperSchema)
    .query(async ({ ctx, input }) => readSubsidySchedule(ctx.deps, input, await readPageMoment(ctx.deps, input.postedUntil))),
  listGifts: procedureFor('donation.read')
    .input(scheduledGiftsSchema)
    .query(async ({ ctx, input }) => listScheduledGifts(ctx.deps, input, await readPageMoment(ctx.deps, input.postedUntil))),
  exportGifts: procedureFor('donation.read')
    .input(asFile(askedScheduledGiftsSchema))
    .mutation(({ ctx, input }) => exportScheduledGifts(ctx.deps, ctx.actor, input)),
  listSubsidies: procedureFor('ledger.read')
    .input(scheduledSubsidiesSchema)
    .query(async ({ ctx, input }) => listScheduledSubsidies(ctx.deps, input, await readPageMoment(ctx.deps, input.postedUntil))),
  exportSubsidies: procedureFor('ledger.read')
    .input(asFile(askedScheduledSubsidiesSchema))
    .mutation(({ ctx, input }) => exportScheduledSubsidies(ctx.deps, ctx.actor, input)),
  export: procedureFor('report.read')
    .input(asFile(statutoryPaperSchema))
    .mutation(({ ctx, input }) => exportStatutoryPapers(ctx.deps, input)),
  saveSubsidy: procedureFor('indicator.manage')
    .input(saveSubsidySchema)
    .mutation(({ ctx, input }) => saveSubsidy(ctx.deps, ctx.actor, input)),
})
