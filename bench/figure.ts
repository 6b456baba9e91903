/** One line of the report: what the product reaches, what is possible, and what was aimed at. */
export interface Figure {
  readonly name: string
  readonly ours: string
  readonly limit: string
  readonly ratio: string
  readonly aim: string
  /** Null where the figure is told for orientation only. */
  readonly isMet: boolean | null
}

export const perSecond = (value: number) => `${Math.round(value).toLocaleString('en')}/s`
export const millis = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} ms`
export const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`
export const mebibytes = (value: number) => `${Math.round(value)} MiB`
export const kibibytes = (value: number) => `${value.toFixed(1)} KiB`
export const percent = (value: number) => `${Math.round(value * 100)} %`
export const times = (value: number) => `${value.toFixed(2)}×`

const columns = ['figure', 'ours', 'limit', 'ratio', 'aim', 'met?'] as const

/** The figures as a table for the terminal. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = [
    [...columns],
    ...figures.map(({ name, ours, limit, ratio, aim, isMet }) => [name, ours, limit, ratio, aim, isMet === null ? '' : isMet ? 'yes' : 'NO']),
  ]
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '))
  return [lines[0], lines[0]?.replace(/./g, '─'), ...lines.slice(1)].join('\n')
}
