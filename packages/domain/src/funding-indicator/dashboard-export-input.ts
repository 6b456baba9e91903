import { z } from 'zod'
import { fundingDashboardSchema } from './funding-cut.ts'
import { reportFormats } from './report-format.ts'

export const dashboardExportSchema = fundingDashboardSchema.extend({ format: z.enum(reportFormats) })
export type DashboardExportInput = z.infer<typeof dashboardExportSchema>
