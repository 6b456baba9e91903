import { z } from 'zod'
import { fiscalYearSchema } from '../calendar/fiscal-year-schema.ts'
import { exportFormats } from '../document/export-format.ts'

/** Areas with the households of one fiscal year. */
export const areaExportSchema = z.object({ format: z.enum(exportFormats), fiscalYear: fiscalYearSchema })
export type AreaExportInput = z.output<typeof areaExportSchema>
