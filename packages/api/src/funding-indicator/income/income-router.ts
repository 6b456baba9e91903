import { asFile, exportAskingSchema } from '@sasaeai/domain/document/export-format'
import {
  applyIncomeImportSchema, exportIncomeSchema, incomeHistorySchema, incomeImportSchema, incomeSpanSchema, incomeYearSchema,
  saveFigureAccountsSchema, saveIncomeYearSchema,
} from '@sasaeai/domain/funding-indicator/income/income-input'
import { saveIncomeLineSchema } from '@sasaeai/domain/funding-indicator/income/income-line-details'
import { groundItemProcedures } from '../../council/ground-item-procedures.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { applyIncomeImport } from './apply-income-import.ts'
import { exportIncomeLines } from './export-income-lines.ts'
import { exportIncomeYear } from './export-income-year.ts'
import { exportIncome } from './export-income.ts'
import { incomeLineTable } from './income-line-table.ts'
import { layStandardLines } from './lay-standard-lines.ts'
import { listIncomeLines } from './list-income-lines.ts'
import { previewIncomeImport } from './preview-income-import.ts'
import { readIncomeHistory } from './read-income-history.ts'
import { readIncomeSheet } from './read-income-sheet.ts'
import { readIncomeYears } from './read-income-years.ts'
import { saveFigureAccounts } from './save-figure-accounts.ts'
import { saveIncomeYear } from './save-income-year.ts'

/** 財源の構成: the whole income by line, and what is told of it year by year. */
export const incomeRouter = router({
  years: procedureFor('report.read')
    .input(incomeSpanSchema)
    .query(async ({ ctx, input: { first, last, asOf } }) => readIncomeYears(ctx.deps, { first, last, at: await readPageMoment(ctx.deps, asOf) })),
  sheet: procedureFor('report.read')
    .input(incomeYearSchema)
    .query(({ ctx, input }) => readIncomeSheet(ctx.deps, input.fiscalYear)),
  history: procedureFor('report.read')
    .input(incomeHistorySchema)
    .query(({ ctx, input }) => readIncomeHistory(ctx.deps, input)),
  export: procedureFor('report.read')
    .input(exportIncomeSchema)
    .mutation(({ ctx, input }) => exportIncome(ctx.deps, input)),
  exportYear: procedureFor('report.read')
    .input(asFile(incomeYearSchema))
    .mutation(({ ctx, input }) => exportIncomeYear(ctx.deps, input)),
  save: procedureFor('indicator.write')
    .input(saveIncomeYearSchema)
    .mutation(({ ctx, input }) => saveIncomeYear(ctx.deps, ctx.actor, input)),
  previewImport: procedureFor('indicator.write')
    .input(incomeImportSchema)
    .mutation(({ ctx, input }) => previewIncomeImport(ctx.deps, input)),
  applyImport: procedureFor('indicator.write')
    .input(applyIncomeImportSchema)
    .mutation(({ ctx, input }) => applyIncomeImport(ctx.deps, ctx.actor, input)),
  saveFigureAccounts: procedureFor('indicator.manage')
    .input(saveFigureAccountsSchema)
    .mutation(({ ctx, input }) => saveFigureAccounts(ctx.deps, ctx.actor, input)),
  line: router({
    list: procedureFor('report.read').query(({ ctx }) => listIncomeLines(ctx.deps.db)),
    export: procedureFor('report.read').input(exportAskingSchema).mutation(({ ctx, input }) => exportIncomeLines(ctx.deps, input)),
    save: procedureFor('indicator.manage')
      .input(saveIncomeLineSchema)
      .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: incomeLineTable, ...input })),
    layStandard: procedureFor('indicator.manage').mutation(({ ctx }) => layStandardLines(ctx.deps, ctx.actor)),
    ...groundItemProcedures(incomeLineTable, 'indicator.manage'),
  }),
})
