import { columnFinder, type FoundColumns, foldProgramHeading } from '../../import/find-columns.ts'

const incomeColumns = ['year', 'code', 'name', 'budget', 'settled', 'source', 'asOf', 'note'] as const

/** What a column of an import file can mean. */
export type IncomeColumn = (typeof incomeColumns)[number]

/** How a column is headed in a file of ours, and called where it has a fault. */
export const incomeColumnNames: Record<IncomeColumn, string> = {
  year: '年度', code: 'コード', name: '区分', budget: '予算（円）', settled: '決算（円）', source: '出典', asOf: '時点', note: '備考',
}

/** Headings as offices write them; compared without regard to width, case, kana, blanks, hyphens and underscores. */
const headingsByColumn: Record<IncomeColumn, readonly string[]> = {
  year: ['年度', '会計年度', 'year'],
  code: ['コード', '区分コード', '番号', 'code'],
  name: ['区分', '収入の区分', '名称', '科目', '項目', '財源'],
  budget: ['予算（円）', '予算', '予算額', '当初予算', '補正後予算', 'budget'],
  settled: ['決算（円）', '決算', '決算額', '帳簿のほか（円）', '帳簿のほか', '実績', '実績額', 'settled'],
  source: ['出典', '資料', 'source'],
  asOf: ['時点', '基準日', '現在', 'as_of'],
  note: ['備考', 'メモ', '摘要', 'note'],
}

export interface IncomeImportColumns extends FoundColumns<IncomeColumn> {
  readonly missing: readonly string[]
}

/** Finds out what the columns of an import file mean; the first of two equal headings counts. */
export function incomeImportColumns(headings: readonly string[]): IncomeImportColumns {
  const { positions, ignored } = findColumns(headings)
  const missing = [
    ...(positions.has('year') ? [] : ['年度']),
    ...(positions.has('code') || positions.has('name') ? [] : ['区分']),
    ...(positions.has('budget') || positions.has('settled') ? [] : ['決算']),
  ]
  return { positions, ignored, missing }
}

const findColumns = columnFinder(incomeColumns, headingsByColumn, foldProgramHeading)
