import type { FiscalYear } from '../../calendar/fiscal-year.ts'

/** How many identified givers gave in just these fiscal years, which ascend. */
export interface GiverYears {
  readonly years: readonly number[]
  readonly givers: number
}

/**
 * Where a giver stands in a fiscal year. 「lybunt」 is who gave last year but not this one (last year but unfortunately not
 * this), 「sybunt」 who gave in some year before last year, and in neither of these two.
 */
export const giverStandings = ['retained', 'returned', 'new', 'lybunt', 'sybunt'] as const
export type GiverStanding = (typeof giverStandings)[number]

/** 「given」 is everybody who gave in the year. */
export const standingNames: Readonly<Record<GiverStanding | 'given', string>> = {
  given: '今年度の寄附者',
  retained: '継続（前年度も寄附）',
  returned: '復帰（前年度はなし）',
  new: '新規',
  lybunt: '前年度のみ（今年度はまだ）',
  sybunt: '前々年度以前のみ',
}

/** Of which time the amount beside a giver of the standing is. */
export const standingAmountNames: Readonly<Record<GiverStanding | 'given', string>> = {
  given: '今年度の寄附（円）',
  retained: '今年度の寄附（円）',
  returned: '今年度の寄附（円）',
  new: '今年度の寄附（円）',
  lybunt: '前年度の寄附（円）',
  sybunt: 'これまでの寄附（円）',
}

/** 寄附の継続 of a fiscal year, in givers. */
export interface Retention extends Readonly<Record<GiverStanding, number>> {
  /** Who gave in the year: retained, returned or new. */
  readonly given: number
  /** 継続率: of those who gave last year, the share who gave again; null where nobody gave last year. */
  readonly rate: number | null
}

/** Where somebody stands in a year who gave in these years; null who gave only later, or never. */
export function giverStanding(years: readonly number[], year: FiscalYear): GiverStanding | null {
  const gaveLastYear = years.includes(year - 1)
  const gaveBefore = years.some((each) => each < year - 1)
  if (years.includes(year)) return gaveLastYear ? 'retained' : gaveBefore ? 'returned' : 'new'
  return gaveLastYear ? 'lybunt' : gaveBefore ? 'sybunt' : null
}

/** Counts the givers of all groups by where they stand in the year. */
export function retentionOf(groups: readonly GiverYears[], year: FiscalYear): Retention {
  const counts = { retained: 0, returned: 0, new: 0, lybunt: 0, sybunt: 0 }
  for (const { years, givers } of groups) {
    const standing = giverStanding(years, year)
    if (standing !== null) counts[standing] += givers
  }
  const gaveLastYear = counts.retained + counts.lybunt
  return {
    ...counts,
    given: counts.retained + counts.returned + counts.new,
    rate: gaveLastYear === 0 ? null : counts.retained / gaveLastYear,
  }
}
