import { columnFinder, type FoundColumns } from '../../import/find-columns.ts'

const memberColumns = [
  'supporterNumber', 'name', 'kana', 'address', 'phone', 'duesKind', 'units', 'joinedOn', 'route', 'areaCode', 'note',
] as const

/** What a column of a file of members can mean. */
export type MemberColumn = (typeof memberColumns)[number]

/** Headings as offices write them; compared without regard to width, case, kana, blanks and hyphens. */
const headingsByColumn: Record<MemberColumn, readonly string[]> = {
  supporterNumber: ['支援者番号', '番号', '会員番号', 'no', 'No.'],
  name: ['名称', '名前', '氏名', '会員名', '事業所名', '会社名', '団体名', '名称・氏名', '氏名・名称'],
  kana: ['フリガナ', 'カナ', 'よみ', 'よみがな', '読み'],
  address: ['住所', '所在地'],
  phone: ['電話', '電話番号', 'tel'],
  duesKind: ['種別', '会員種別', '会費種別', '会費の種類', '区分'],
  units: ['口数', '口'],
  joinedOn: ['入会日', '加入日', '入会年月日'],
  route: ['経路', '会費の経路', '納入方法', '納入経路'],
  areaCode: ['自治会番号', '自治会コード', '地域コード', '地域番号'],
  note: ['備考', 'メモ'],
}

export interface MemberImportColumns extends FoundColumns<MemberColumn> {
  /** Headings that have to be there and are not, in the staff's words. */
  readonly missing: readonly string[]
}

/** Finds out what the columns of a file mean; the first of two equal headings counts. */
export function memberImportColumns(headings: readonly string[]): MemberImportColumns {
  const { positions, ignored } = findColumns(headings)
  const missing = [
    ...(positions.has('name') || positions.has('supporterNumber') ? [] : ['名称']),
    ...(positions.has('duesKind') ? [] : ['種別']),
  ]
  return { positions, ignored, missing }
}

const findColumns = columnFinder(memberColumns, headingsByColumn)
