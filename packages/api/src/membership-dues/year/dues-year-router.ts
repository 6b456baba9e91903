import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { asFile } from '@sasaeai/domain/document/export-format'
import { duesListSchema } from '@sasaeai/domain/membership-dues/export/dues-list-input'
import { duesProgressSchema } from '@sasaeai/domain/membership-dues/progress/dues-progress-input'
import { procedureFor } from '../../procedure-for.ts'
import { readDuesYear } from './dues-year-query.ts'
import { duesYearSheets } from './dues-year-sheets.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { tableFile } from '../../document/table-file.ts'
import { exportDuesList } from '../export/export-dues-list.ts'

/**
 * 年間のまとめ: a year of dues on one page, which names nobody, so that its export leaves no trace in the audit log; and
 * the lists of 社協会費 as files.
 */
export const duesYearProcedures = {
  year: procedureFor('dues.read')
    .input(duesProgressSchema)
    .query(({ ctx, input }) => readDuesYear(ctx.deps, input)),
  exportYear: procedureFor('dues.read')
    .input(asFile(duesProgressSchema))
    .mutation(async ({ ctx, input: { format, ...input } }) => {
      const year = await readDuesYear(ctx.deps, input)
      const name = `会費の年間のまとめ_${formatFiscalYear(input.fiscalYear)}_${year.cut.until}`
      return tableFile(name, [...duesYearSheets(year), ...momentSheets(input.postedUntil)], format)
    }),
  exportList: procedureFor('dues.read')
    .input(asFile(duesListSchema))
    .mutation(({ ctx, input }) => exportDuesList(ctx.deps, ctx.actor, input)),
}
