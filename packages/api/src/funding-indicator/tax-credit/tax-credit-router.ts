import { donorListSchema, exportDonorsSchema } from '@sasaeai/domain/funding-indicator/tax-credit/donor-list-input'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportDonors } from './export-donors.ts'
import { listDonors } from './list-donors.ts'
import { readTaxCredit } from './read-tax-credit.ts'

/** 税額控除: whether the council may apply for it, and the 寄附者名簿 behind that. */
export const taxCreditRouter = router({
  test: procedureFor('report.read').query(({ ctx }) => readTaxCredit(ctx.deps)),
  donors: procedureFor('donation.read')
    .input(donorListSchema)
    .query(({ ctx, input }) => listDonors(ctx.deps, input)),
  export: procedureFor('donation.read')
    .input(exportDonorsSchema)
    .mutation(({ ctx, input }) => exportDonors(ctx.deps, ctx.actor, input)),
})
