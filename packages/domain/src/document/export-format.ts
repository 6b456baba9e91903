import { z } from 'zod'

/** Excel, CSV that Excel opens by double click, and CSV as older programs read it. */
export const exportFormats = ['xlsx', 'csv', 'csv_cp932'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportFormatNames: Record<ExportFormat, string> = { xlsx: 'Excel', csv: 'CSV（UTF-8）', csv_cp932: 'CSV（Shift_JIS）' }

/** In which kind of file a list is wanted that is asked for by nothing else. */
export const exportAskingSchema = z.object({ format: z.enum(exportFormats) })
export type ExportAsking = z.output<typeof exportAskingSchema>

/** What a list is asked for by, and in which kind of file it is wanted. */
export function asFile<Schema extends z.ZodType>(schema: Schema) {
  return z.intersection(schema, exportAskingSchema)
}
export type AsFile<Input> = Input & ExportAsking
