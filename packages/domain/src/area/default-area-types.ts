export interface DefaultAreaType {
  readonly name: string
  /** 0 is the root of the tree; a child's level is greater than its parent's. */
  readonly level: number
}

/** 地域の種類 to start with. A council that speaks of 地区 or 行政区 renames them. */
export const defaultAreaTypes: readonly [DefaultAreaType, ...DefaultAreaType[]] = [
  { name: '市', level: 0 },
  { name: '校区', level: 1 },
  { name: '自治会', level: 2 },
  { name: '班', level: 3 },
]

/** The code of the area that is the whole council's. */
export const rootAreaCode = '00'

/** What the root of the tree is called: the municipality in the council's name (ささえ市社会福祉協議会 → ささえ市). */
export function rootAreaName(councilName: string): string {
  const municipality = councilName.replace(/^社会福祉法人[\s　]*/, '').replace(/社会福祉協議会.*$/, '').trim()
  return municipality === '' ? councilName : municipality
}
