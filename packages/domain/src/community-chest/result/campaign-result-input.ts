import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { campaignIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { summedDrives } from '../campaign/drive-kind.ts'

/** The most years that stand side by side. */
export const mostYears = 5

const scope = {
  fiscalYear: fiscalYearSchema,
  /** All campaigns of one drive; of every drive but その他 where neither is named. */
  drive: z.enum(summedDrives).optional(),
  /** One campaign. Of another year, it stands for the campaign of that code in the year asked for. */
  campaignId: campaignIdSchema.optional(),
  /** 基準日; today unless told. */
  until: localDateSchema.optional(),
  /** As the books stood at a moment; as they stand now without one. */
  postedUntil: postingMomentSchema.optional(),
}

/** 日々の伸び of some campaigns. */
export const collectedDaysSchema = z.object(scope)
export type CollectedDaysInput = z.output<typeof collectedDaysSchema>

/** 募金実績 of some campaigns, over one year or several side by side. */
export const campaignResultSchema = z.object({ ...scope, years: z.int().min(1).max(mostYears).default(1) })
export type CampaignResultInput = z.output<typeof campaignResultSchema>
