import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { duesProgressSchema } from '@sasaeai/domain/membership-dues/dues-progress-input'
import { succeed } from '@sasaeai/domain/outcome/outcome'
import { procedureFor } from '../procedure-for.ts'
import { readDuesYear } from './dues-year-query.ts'
import { duesYearSheets } from './dues-year-sheets.ts'
import { excelFile } from './excel-file.ts'

/** 年間のまとめ: a year of dues on one page. It names nobody, so its export leaves no trace in the audit log. */
export const duesYearProcedures = {
  year: procedureFor('dues.read')
    .input(duesProgressSchema)
    .query(({ ctx, input }) => readDuesYear(ctx.deps, input)),
  exportYear: procedureFor('dues.read')
    .input(duesProgressSchema)
    .mutation(async ({ ctx, input }) => {
      const year = await readDuesYear(ctx.deps, input)
      const name = `会費の年間のまとめ_${formatFiscalYear(input.fiscalYear)}_${year.cut.until}`
      return succeed(await excelFile(name, duesYearSheets(year)))
    }),
}
