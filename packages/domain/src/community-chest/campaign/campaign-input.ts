import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { campaignIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'

export const campaignSchema = z.object({ campaignId: campaignIdSchema })
/** As the books stood at a moment; as they stand now without one. */
export const campaignAtMomentSchema = campaignSchema.extend({ postedUntil: postingMomentSchema.optional() })
export const campaignsAtMomentSchema = z.object({ fiscalYear: fiscalYearSchema, postedUntil: postingMomentSchema.optional() })
export type CampaignsAtMoment = z.output<typeof campaignsAtMomentSchema>

/** What the goals of copied drives begin with: nothing, last year's goals, or what last year brought. */
export const copiedGoals = ['none', 'goals', 'results'] as const
export type CopiedGoals = (typeof copiedGoals)[number]

export const copiedGoalNames: Record<CopiedGoals, string> = {
  none: '写さない（空けておく）',
  goals: '前年度の目標額',
  results: '前年度の実績額',
}

/** 前年度から写す: the drives of the year before, as far as they are missing. */
export const copyCampaignsSchema = z.object({
  toYear: fiscalYearSchema,
  goals: z.enum(copiedGoals, '目標額の写し方を選んでください。'),
})
export type CopyCampaignsInput = z.output<typeof copyCampaignsSchema>
