import { columnFinder, type FoundColumns, foldProgramHeading } from '../import/find-columns.ts'

const areaColumns = [
  'code',
  'name',
  'kana',
  'type',
  'parentCode',
  'note',
  'formerTown',
  'households',
  'residentHouseholds',
  'residentAsOf',
  'memberHouseholds',
  'memberAsOf',
  'basis',
  'asOf',
] as const

/** What a column of an import file can mean. */
export type AreaColumn = (typeof areaColumns)[number]

/** Headings as offices write them; compared without regard to width, case, kana, blanks, hyphens and underscores. */
const headingsByColumn: Record<AreaColumn, readonly string[]> = {
  code: ['code', 'コード', '番号', '地域コード', '地域番号', '校区コード', '自治会コード', '行政区コード', 'no', 'No.'],
  name: ['name', '名称', '名前', '地域名', '地域', '校区名', '校区', '自治会名', '自治会', '行政区名', '町名'],
  kana: ['kana', 'フリガナ', 'カナ', 'よみ', 'よみがな', '読み'],
  type: ['type', '種類', '種別', '地域の種類', '区分'],
  parentCode: ['parent_code', 'parent', '親コード', '上位コード', '親番号', '上位の地域', '上位地域コード', '上の地域', '上の地域のコード'],
  note: ['note', '備考', 'メモ'],
  formerTown: ['former_town', '旧市町', '旧市町村', '旧町'],
  households: ['households', '世帯数', '世帯'],
  residentHouseholds: ['住基世帯', '住基世帯数'],
  residentAsOf: ['住基世帯の基準日'],
  memberHouseholds: ['自治会加入世帯', '自治会加入世帯数', '加入世帯', '加入世帯数'],
  memberAsOf: ['自治会加入世帯の基準日'],
  basis: ['basis', '根拠', '世帯数の根拠'],
  asOf: ['as_of', '基準日', '現在', '時点', '世帯数の基準日'],
}

export interface AreaImportColumns extends FoundColumns<AreaColumn> {
  /** Headings that have to be there and are not, in the staff's words. */
  readonly missing: readonly string[]
}

/** Finds out what the columns of an import file mean; the first of two equal headings counts. */
export function areaImportColumns(headings: readonly string[]): AreaImportColumns {
  const { positions, ignored } = findColumns(headings)
  const missing = [
    ...(positions.has('code') ? [] : ['コード']),
    ...(positions.has('name') ? [] : ['名称']),
  ]
  return { positions, ignored, missing }
}

const findColumns = columnFinder(areaColumns, headingsByColumn, foldProgramHeading)
