import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { yearAsked } from '@sasaeai/domain/community-chest/result/campaign-result'
import { campaignResultSchema, collectedDaysSchema } from '@sasaeai/domain/community-chest/result/campaign-result-input'
import { asFile } from '@sasaeai/domain/document/export-format'
import { momentSheets } from '../../document/moment-sheet.ts'
import { tableFile } from '../../document/table-file.ts'
import { procedureFor, router } from '../../procedure-for.ts'
import { campaignResultAnswer, readCampaignResult } from './campaign-result-query.ts'
import { readCollectedDays } from './collected-days-query.ts'
import { exportDays } from './export-days.ts'
import { publicationRouter } from './publication-router.ts'
import { resultSheets } from './result-sheets.ts'

/** 募金実績: what was collected against goals and against last year. It names nobody, so that its export leaves no trace in the audit log. */
export const resultRouter = router({
  table: procedureFor('chest.read')
    .input(campaignResultSchema)
    .query(({ ctx, input }) => campaignResultAnswer(ctx.deps, input)),
  export: procedureFor('chest.read')
    .input(asFile(campaignResultSchema))
    .mutation(async ({ ctx, input: { format, ...input } }) => {
      const result = await readCampaignResult(ctx.deps, input)
      const name = `募金実績_${formatFiscalYear(input.fiscalYear)}_${yearAsked(result).until}`
      return tableFile(name, [...resultSheets(result), ...momentSheets(input.postedUntil)], format)
    }),
  days: procedureFor('chest.read')
    .input(collectedDaysSchema)
    .query(({ ctx, input }) => readCollectedDays(ctx.deps, input)),
  exportDays: procedureFor('chest.read')
    .input(asFile(collectedDaysSchema))
    .mutation(({ ctx, input }) => exportDays(ctx.deps, input)),
  publication: publicationRouter,
})
