import { z } from 'zod'
import { fundingDashboardSchema } from './funding-cut.ts'

/** Excel holds every table on a sheet of its own; CSV holds them one below the other, in the code that the reader's program wants. */
export const dashboardExportSchema = fundingDashboardSchema.extend({ format: z.enum(['xlsx', 'csv_utf8', 'csv_cp932']) })
export type DashboardExportInput = z.infer<typeof dashboardExportSchema>
