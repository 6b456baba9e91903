import { donorListSchema, exportDonorsSchema, exportTaxCreditSchema, taxCreditSchema } from '@sasaeai/domain/funding-indicator/tax-credit/donor-list-input'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportDonors } from './export-donors.ts'
import { exportTaxCredit } from './export-tax-credit.ts'
import { listDonors } from './list-donors.ts'
import { readTaxCredit } from './read-tax-credit.ts'

/** 税額控除: whether the council may apply for it, and the 寄附者名簿 behind that. */
export const taxCreditRouter = router({
  test: procedureFor('report.read')
    .input(taxCreditSchema)
    .query(async ({ ctx, input }) => readTaxCredit(ctx.deps, await readPageMoment(ctx.deps, input.postedUntil))),
  donors: procedureFor('donation.read')
    .input(donorListSchema)
    .query(async ({ ctx, input }) => listDonors(ctx.deps, { ...input, at: await readPageMoment(ctx.deps, input.postedUntil) })),
  export: procedureFor('donation.read')
    .input(exportDonorsSchema)
    .mutation(({ ctx, input }) => exportDonors(ctx.deps, ctx.actor, input)),
  exportTest: procedureFor('report.read')
    .input(exportTaxCreditSchema)
    .mutation(({ ctx, input }) => exportTaxCredit(ctx.deps, input)),
})
