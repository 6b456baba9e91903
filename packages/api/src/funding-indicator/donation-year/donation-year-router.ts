import { asFile } from '@sasaeai/domain/document/export-format'
import { askedYearGiftsSchema, donationYearExportSchema, donationYearSchema, yearGiftsSchema } from '@sasaeai/domain/funding-indicator/donation-year/donation-year-input'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportDonationYear } from './export-donation-year.ts'
import { exportYearGifts } from './export-year-gifts.ts'
import { listYearGifts } from './list-year-gifts.ts'
import { readDonationYear } from './read-donation-year.ts'
import { readYearNames } from './read-year-names.ts'

/** 寄附の年次報告; the names are for those who may see gifts. */
export const donationYearRouter = router({
  get: procedureFor('report.read')
    .input(donationYearSchema)
    .query(async ({ ctx, input }) => readDonationYear(ctx.deps, input, await readReportMoment(ctx.deps, input.postedUntil))),
  names: procedureFor('donation.read')
    .input(donationYearSchema)
    .query(async ({ ctx, input }) => readYearNames(ctx.deps, input, await readReportMoment(ctx.deps, input.postedUntil))),
  listGifts: procedureFor('donation.read')
    .input(yearGiftsSchema)
    .query(async ({ ctx, input }) => listYearGifts(ctx.deps, input, await readReportMoment(ctx.deps, input.postedUntil))),
  exportGifts: procedureFor('donation.read')
    .input(asFile(askedYearGiftsSchema))
    .mutation(({ ctx, input }) => exportYearGifts(ctx.deps, ctx.actor, input)),
  export: procedureFor('donation.read')
    .input(donationYearExportSchema)
    .mutation(({ ctx, input }) => exportDonationYear(ctx.deps, ctx.actor, input)),
})
