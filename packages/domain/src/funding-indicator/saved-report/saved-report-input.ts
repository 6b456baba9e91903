import { z } from 'zod'
import { savedReportIdSchema } from '../../id-schemas.ts'
import { fundingDashboardSchema } from '../funding-cut.ts'

/** 財源ダッシュボード as it is seen: the same question again. */
export const saveReportSchema = z.object({ kind: z.literal('funding_dashboard'), ...fundingDashboardSchema.shape })
export type SaveReportInput = z.infer<typeof saveReportSchema>

export const savedReportSchema = z.object({ reportId: savedReportIdSchema })
export const savedReportListSchema = z.object({ cursor: savedReportIdSchema.nullish(), limit: z.number().int().min(1).max(100).default(50) })
export type SavedReportListInput = z.infer<typeof savedReportListSchema>
