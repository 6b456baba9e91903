/** Excel holds every table on a sheet of its own; CSV holds them one below the other, in the code that the reader's program wants. */
export const reportFormats = ['xlsx', 'csv_utf8', 'csv_cp932'] as const
export type ReportFormat = (typeof reportFormats)[number]

export const reportFormatNames: Readonly<Record<ReportFormat, string>> = { xlsx: 'Excel', csv_utf8: 'CSV（Excel用）', csv_cp932: 'CSV（Shift_JIS）' }
