import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { localDateSchema } from '@sasaeai/domain/calendar/local-date-schema'
import { rangeRef, writeXlsx, type Cell, type CellValue, type ColumnDef, type WriteOptions } from 'hucre/xlsx'
import { textWidth } from './text-width.ts'

export interface WorkbookColumn {
  readonly heading: string
  /**
   * `text` unless said otherwise. `yen` and `count` show thousands separators; `date` takes `YYYY-MM-DD` and becomes a
   * real date that Excel shows as 令和8年4月1日; `number` is shown as it stands, with its own decimals.
   */
  readonly kind?: 'text' | 'yen' | 'count' | 'number' | 'date'
}

export interface WorkbookSheet {
  /** Up to 31 characters, none of : \ / ? * [ ]; unique in its workbook. */
  readonly name: string
  readonly columns: readonly WorkbookColumn[]
  /** Text stays text (a code 01 keeps its zero, `=` starts no formula); numbers are numbers. */
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** The sums, which stand below all rows and are left out of the filter. */
  readonly total?: readonly (string | number | null)[] | undefined
}

/**
 * Writes tables as an Excel workbook, one sheet each: bold headings that stay in view, can be filtered and are
 * repeated on every printed page; columns as wide as their content; A4, as many pages long as needed but one wide.
 * @throws Error of hucre when a sheet name is one that Excel refuses.
 */
export function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(sheetOf), namedRanges: sheets.map(repeatedHeadings), defaultFont: { name: '游ゴシック', size: 11 } })
}

function sheetOf({ name, columns, rows, total }: WorkbookSheet): WriteOptions['sheets'][number] {
  const lines = total === undefined ? rows : [...rows, total]
  const widths = columns.map((column, index) => widthOf(column, lines.map((row) => row[index] ?? null)))
  const isWide = widths.reduce((sum, width) => sum + width, 0) > placesOnPortraitA4
  return {
    name,
    columns: columns.map((column, index) => columnOf(column, widths[index] ?? narrowest)),
    rows: [
      columns.map(({ heading }) => heading),
      ...lines.map((row) => row.map((cell, index) => cellOf(cell, columns[index]?.kind))),
    ],
    cells: new Map<string, Partial<Cell>>([
      ...columns.map(({ heading }, index) => [`0,${index}`, { value: heading, style: headingStyle }] satisfies [string, Partial<Cell>]),
      ...(total ?? []).map((cell, index) => [`${lines.length},${index}`, { value: cell, style: totalStyle(columns[index]) }] satisfies [string, Partial<Cell>]),
    ]),
    freezePane: { rows: 1 },
    autoFilter: { range: rangeRef(0, 0, rows.length, columns.length - 1) },
    pageSetup: {
      paperSize: 'a4',
      orientation: isWide ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    headerFooter: { oddHeader: '&L&A', oddFooter: '&C&P / &N' },
  }
}

/** The row that every printed page begins with. hucre would name its sheet without quotes, which Excel refuses where the name has a space or a bracket. */
function repeatedHeadings({ name }: WorkbookSheet) {
  return { name: '_xlnm.Print_Titles', range: `'${name.replaceAll("'", "''")}'!$1:$1`, scope: name }
}

const headingStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8F1FE' } },
  border: { bottom: { style: 'thin' } },
} as const

function totalStyle({ kind = 'text' }: WorkbookColumn = { heading: '' }) {
  return { font: { bold: true }, border: { top: { style: 'thin' } }, numFmt: numberFormats[kind] } as const
}

const numberFormats = {
  text: '@',
  yen: '#,##0',
  count: '#,##0',
  number: 'General',
  // The first year shows as 令和1年: the format that says 元年 is unknown to Excel before 2019.
  date: '[$-411]ggge"年"m"月"d"日"',
} as const

function columnOf({ kind = 'text' }: WorkbookColumn, width: number): ColumnDef {
  return { width, style: { numFmt: numberFormats[kind], alignment: { vertical: 'top', wrapText: kind === 'text' } } }
}

/** Excel counts days from 1900 and holds 29 February 1900 for a day: what is older than March 1900 stays text. */
const firstExcelDay = '1900-03-01'

function cellOf(cell: string | number | null, kind: WorkbookColumn['kind']): CellValue {
  if (kind !== 'date' || typeof cell !== 'string') return cell
  const date = localDateSchema.safeParse(cell)
  if (!date.success) return cell
  return date.data < firstExcelDay ? formatLocalDate(date.data) : new Date(`${date.data}T00:00:00Z`)
}

const narrowest = 6
/** A longer text wraps rather than pushing the other columns out of sight. */
const widest = 50
const placesOnPortraitA4 = 95
/** Room for the filter's arrow beside a heading, and for the cell's margins. */
const roomBeside = { heading: 4, cell: 2 }

function widthOf({ heading, kind }: WorkbookColumn, cells: readonly (string | number | null)[]): number {
  let width = Math.max(narrowest, textWidth(heading) + roomBeside.heading)
  for (const cell of cells) width = Math.max(width, textWidth(shownText(cell, kind)) + roomBeside.cell)
  return Math.min(width, widest)
}

function shownText(cell: string | number | null, kind: WorkbookColumn['kind']): string {
  if (cell === null) return ''
  if (kind === 'date') return '令和88年88月88日'
  return typeof cell === 'number' ? cell.toLocaleString('ja-JP') : cell
}
