import { columnFinder } from '../../import/find-columns.ts'

const indicatorColumns = ['category', 'indicator', 'unit', 'target', 'actual', 'asOf'] as const

/** What a column of a file of indicators can mean. */
export type IndicatorColumn = (typeof indicatorColumns)[number]

/** Headings as plans and offices write them; compared without regard to width, case, kana and blanks. */
const headingsByColumn: Record<IndicatorColumn, readonly string[]> = {
  category: ['category', '分類', '基本目標', '柱'],
  indicator: ['indicator', '成果指標', '指標', '指標名'],
  unit: ['unit', '単位'],
  target: ['target', '目標', '目標値'],
  actual: ['actual', '実績', '実績値', '現状値'],
  asOf: ['as_of', '時点', '調査時点'],
}

/** Finds out what the columns of a file mean; the first of two equal headings counts. */
export function indicatorImportColumns(headings: readonly string[]) {
  const { positions, ignored } = findColumns(headings)
  return { positions, ignored, missing: positions.has('indicator') ? [] : ['成果指標'] }
}

const findColumns = columnFinder(indicatorColumns, headingsByColumn)
