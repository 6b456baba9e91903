import { z } from 'zod'
import { fundingDashboardSchema } from './funding-cut.ts'
import { exportFormats } from '../document/export-format.ts'

export const dashboardExportSchema = fundingDashboardSchema.extend({ format: z.enum(exportFormats) })
export type DashboardExportInput = z.infer<typeof dashboardExportSchema>
