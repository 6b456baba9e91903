import { writeXlsx } from 'hucre/xlsx'

export interface WorkbookTable {
  readonly sheetName: string
  readonly columns: readonly { readonly heading: string; readonly width: number }[]
  /** Text stays text (a code 01 keeps its zero, `=` starts no formula); numbers are numbers. */
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** Writes one table as an Excel workbook with a heading line that stays in view and can be filtered. */
export function writeWorkbook({ sheetName, columns, rows }: WorkbookTable): Promise<Uint8Array> {
  const lastColumn = String.fromCharCode('A'.charCodeAt(0) + columns.length - 1)
  return writeXlsx({
    sheets: [
      {
        name: sheetName,
        columns: columns.map(({ width }) => ({ width })),
        rows: [columns.map(({ heading }) => heading), ...rows.map((row) => [...row])],
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${lastColumn}${rows.length + 1}` },
      },
    ],
  })
}
