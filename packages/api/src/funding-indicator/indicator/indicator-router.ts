import { asFile } from '@sasaeai/domain/document/export-format'
import { closeIndicatorSchema, createIndicatorSchema, editIndicatorSchema } from '@sasaeai/domain/funding-indicator/indicator/indicator-details'
import { applyIndicatorImportSchema, indicatorImportSchema } from '@sasaeai/domain/funding-indicator/indicator/indicator-import-input'
import { indicatorExportSchema, indicatorListSchema, indicatorPageSchema } from '@sasaeai/domain/funding-indicator/indicator/indicator-list-input'
import { addVersionSchema, previewVersionSchema } from '@sasaeai/domain/funding-indicator/indicator/indicator-version-input'
import { sayYearSchema } from '@sasaeai/domain/funding-indicator/indicator/indicator-year-input'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { addIndicatorVersion } from './add-indicator-version.ts'
import { createIndicator } from './create-indicator.ts'
import { closeIndicator, editIndicator } from './edit-indicator.ts'
import { exportIndicator } from './export-indicator.ts'
import { exportIndicators } from './export-indicators.ts'
import { applyIndicatorImport, previewIndicatorImport } from './import-indicators.ts'
import { layIndicators } from './lay-indicators.ts'
import { listIndicators } from './list-indicators.ts'
import { previewVersion, readIndicator } from './read-indicator.ts'
import { sayIndicatorYear } from './say-indicator-year.ts'

/** 指標: what is measured every year, what it means, what was aimed at, and what was thought of it. */
export const indicatorRouter = router({
  list: procedureFor('report.read')
    .input(indicatorListSchema)
    .query(async ({ ctx, input: { fiscalYear, postedUntil } }) => listIndicators(ctx.deps, { fiscalYear, at: await readPageMoment(ctx.deps, postedUntil) })),
  read: procedureFor('report.read')
    .input(indicatorPageSchema)
    .query(async ({ ctx, input: { indicatorId, fiscalYear, postedUntil } }) =>
      readIndicator(ctx.deps, { indicatorId, fiscalYear, at: await readPageMoment(ctx.deps, postedUntil) })),
  export: procedureFor('report.read')
    .input(indicatorExportSchema)
    .mutation(({ ctx, input }) => exportIndicators(ctx.deps, input)),
  exportOne: procedureFor('report.read')
    .input(asFile(indicatorPageSchema))
    .mutation(({ ctx, input }) => exportIndicator(ctx.deps, input)),
  say: procedureFor('indicator.write')
    .input(sayYearSchema)
    .mutation(({ ctx, input }) => sayIndicatorYear(ctx.deps, ctx.actor, input)),
  previewImport: procedureFor('indicator.write')
    .input(indicatorImportSchema)
    .mutation(({ ctx, input }) => previewIndicatorImport(ctx.deps, input)),
  applyImport: procedureFor('indicator.write')
    .input(applyIndicatorImportSchema)
    .mutation(({ ctx, input }) => applyIndicatorImport(ctx.deps, ctx.actor, input)),
  create: procedureFor('indicator.manage')
    .input(createIndicatorSchema)
    .mutation(({ ctx, input }) => createIndicator(ctx.deps, ctx.actor, input)),
  edit: procedureFor('indicator.manage')
    .input(editIndicatorSchema)
    .mutation(({ ctx, input }) => editIndicator(ctx.deps, ctx.actor, input)),
  close: procedureFor('indicator.manage')
    .input(closeIndicatorSchema)
    .mutation(({ ctx, input }) => closeIndicator(ctx.deps, ctx.actor, input)),
  previewVersion: procedureFor('indicator.manage')
    .input(previewVersionSchema)
    .query(({ ctx, input }) => previewVersion(ctx.deps, input)),
  addVersion: procedureFor('indicator.manage')
    .input(addVersionSchema)
    .mutation(({ ctx, input }) => addIndicatorVersion(ctx.deps, ctx.actor, input)),
  layStandard: procedureFor('indicator.manage').mutation(({ ctx }) => layIndicators(ctx.deps, ctx.actor)),
})
