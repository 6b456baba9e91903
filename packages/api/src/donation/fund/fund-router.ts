import { asFile, exportAskingSchema } from '@sasaeai/domain/document/export-format'
import { saveFundSchema } from '@sasaeai/domain/donation/fund/fund-details'
import { fundSchema, fundsOfYearSchema, fundsSchema, saveFundReportSchema, seenFundReportSchema, takeBackFundReportSchema } from '@sasaeai/domain/donation/fund/fund-report-input'
import { reportOfPhotoSchema, setReportPhotoSchema } from '@sasaeai/domain/donation/fund/fund-report-photo'
import { transferFundSchema } from '@sasaeai/domain/donation/fund/transfer-fund-input'
import { useFundSchema } from '@sasaeai/domain/donation/fund/use-fund-input'
import { groundItemProcedures } from '../../council/ground-item-procedures.ts'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import { readPageMoment } from '../../ledger/report-moment.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { exportFund } from './export-fund.ts'
import { exportFundSettings } from './export-fund-settings.ts'
import { exportFunds } from './export-funds.ts'
import { listFundStandings, readFund } from './fund-queries.ts'
import { fundTable, listFunds } from './fund-table.ts'
import { publishFundReport, takeBackFundReport } from './publish-fund-report.ts'
import { removeFundReport, saveFundReport } from './save-fund-report.ts'
import { removeReportPhoto, setReportPhoto } from './set-report-photo.ts'
import { transferFund } from './transfer-fund.ts'
import { useFund } from './use-fund.ts'

/** 使途・基金: the purposes that gifts are restricted to, and what becomes of the money. */
export const fundRouter = router({
  list: procedureFor('ground.read').query(({ ctx }) => listFunds(ctx.deps.db)),
  exportSettings: procedureFor('ground.read').input(exportAskingSchema).mutation(({ ctx, input }) => exportFundSettings(ctx.deps, input)),
  save: procedureFor('ground.manage')
    .input(saveFundSchema)
    .mutation(({ ctx, input }) => saveGroundItem(ctx.deps, ctx.actor, { table: fundTable, ...input })),
  ...groundItemProcedures(fundTable),
  standings: procedureFor('fund.read')
    .input(fundsSchema)
    .query(async ({ ctx, input }) => listFundStandings(ctx.deps, await readPageMoment(ctx.deps, input.postedUntil))),
  get: procedureFor('fund.read')
    .input(fundSchema)
    .query(async ({ ctx, input }) => readFund(ctx.deps, input, await readPageMoment(ctx.deps, input.postedUntil))),
  export: procedureFor('fund.read')
    .input(asFile(fundsOfYearSchema))
    .mutation(({ ctx, input }) => exportFunds(ctx.deps, input)),
  exportOne: procedureFor('fund.read')
    .input(asFile(fundSchema))
    .mutation(({ ctx, input }) => exportFund(ctx.deps, input)),
  use: procedureFor('fund.post')
    .input(useFundSchema)
    .mutation(({ ctx, input }) => useFund(ctx.deps, ctx.actor, input)),
  transfer: procedureFor('fund.post')
    .input(transferFundSchema)
    .mutation(({ ctx, input }) => transferFund(ctx.deps, ctx.actor, input)),
  saveReport: procedureFor('fund.write')
    .input(saveFundReportSchema)
    .mutation(({ ctx, input }) => saveFundReport(ctx.deps, ctx.actor, input)),
  removeReport: procedureFor('fund.write')
    .input(seenFundReportSchema)
    .mutation(({ ctx, input }) => removeFundReport(ctx.deps, ctx.actor, input)),
  setPhoto: procedureFor('fund.write')
    .input(setReportPhotoSchema)
    .mutation(({ ctx, input }) => setReportPhoto(ctx.deps, ctx.actor, input)),
  removePhoto: procedureFor('fund.write')
    .input(reportOfPhotoSchema)
    .mutation(({ ctx, input }) => removeReportPhoto(ctx.deps, ctx.actor, input.reportId)),
  publishReport: procedureFor('fund.publish')
    .input(seenFundReportSchema)
    .mutation(({ ctx, input }) => publishFundReport(ctx.deps, ctx.actor, input)),
  takeBackReport: procedureFor('fund.publish')
    .input(takeBackFundReportSchema)
    .mutation(({ ctx, input }) => takeBackFundReport(ctx.deps, ctx.actor, input)),
})
