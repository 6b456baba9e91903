import type { CellValue } from 'hucre/xlsx'

/**
 * A cell of a workbook as a person would have typed it: a date as `2026-04-01` (with its time after a T when it has
 * one), a time alone as `09:30:00`, a number in plain digits, a truth value as Excel shows it.
 */
export function textOfCell(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'number') return numberText(value)
  return typeof value === 'boolean' ? String(value).toUpperCase() : value
}

/** hucre gives dates at midnight UTC, and a time without a date on the last day of 1899. */
function dateText(date: Date): string {
  const [day = '', time = ''] = date.toISOString().slice(0, 19).split('T')
  if (day === '1899-12-31') return time
  return time === '00:00:00' ? day : `${day}T${time}`
}

/**
 * Plain digits, never an exponent: 1e21 would be read as a code by whoever comes next. Fractions are cut at 15 digits
 * as Excel does, so that 0.1 + 0.2 is 0.3.
 */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return ''
  if (Number.isInteger(value)) return BigInt(value).toString()
  return Number(value.toPrecision(15)).toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 15 })
}
