import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { duesProgressSchema } from '@sasaeai/domain/membership-dues/progress/dues-progress-input'
import { succeed } from '@sasaeai/domain/outcome/outcome'
import { duesListSchema } from '@sasaeai/domain/membership-dues/export/dues-list-input'
import { procedureFor } from '../../procedure-for.ts'
import { readDuesYear } from './dues-year-query.ts'
import { duesYearSheets } from './dues-year-sheets.ts'
import { excelFile } from '../../document/excel-file.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { exportDuesList } from '../export/export-dues-list.ts'

/**
 * 年間のまとめ: a year of dues on one page, which names nobody, so that its export leaves no trace in the audit log; and
 * the lists of 社協会費 as Excel files.
 */
export const duesYearProcedures = {
  year: procedureFor('dues.read')
    .input(duesProgressSchema)
    .query(({ ctx, input }) => readDuesYear(ctx.deps, input)),
  exportYear: procedureFor('dues.read')
    .input(duesProgressSchema)
    .mutation(async ({ ctx, input }) => {
      const year = await readDuesYear(ctx.deps, input)
      const name = `会費の年間のまとめ_${formatFiscalYear(input.fiscalYear)}_${year.cut.until}`
      return succeed(await excelFile(name, [...duesYearSheets(year), ...momentSheets(input.postedUntil)]))
    }),
  exportList: procedureFor('dues.read')
    .input(duesListSchema)
    .mutation(({ ctx, input }) => exportDuesList(ctx.deps, ctx.actor, input)),
}
