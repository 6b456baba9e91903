/** Excel, CSV that Excel opens by double click, and CSV as older programs read it. */
export const exportFormats = ['xlsx', 'csv', 'csv_cp932'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportFormatNames: Record<ExportFormat, string> = { xlsx: 'Excel', csv: 'CSV（UTF-8）', csv_cp932: 'CSV（Shift_JIS）' }
