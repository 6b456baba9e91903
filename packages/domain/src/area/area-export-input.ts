import { z } from 'zod'
import { fiscalYearSchema } from '../calendar/fiscal-year-schema.ts'

export const exportFormats = ['excel', 'csv_utf8', 'csv_cp932'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportFormatNames: Record<ExportFormat, string> = {
  excel: 'Excel（.xlsx）',
  csv_utf8: 'CSV（UTF-8）',
  csv_cp932: 'CSV（Shift_JIS）',
}

/** Areas with the households of one fiscal year. */
export const areaExportSchema = z.object({ format: z.enum(exportFormats), fiscalYear: fiscalYearSchema })
export type AreaExportInput = z.output<typeof areaExportSchema>
