/** 指標の求め方 */
export const indicatorKinds = ['computed', 'manual'] as const
export type IndicatorKind = (typeof indicatorKinds)[number]

export const indicatorKindNames: Record<IndicatorKind, string> = { computed: '計算', manual: '入力' }

/** 望ましい向き */
export const indicatorDirections = ['higher', 'lower', 'none'] as const
export type IndicatorDirection = (typeof indicatorDirections)[number]

export const indicatorDirectionNames: Record<IndicatorDirection, string> = {
  higher: '多いほどよい',
  lower: '少ないほどよい',
  none: 'どちらともいえない',
}

/** 評価 */
export const indicatorGrades = ['achieved', 'nearly', 'behind', 'missed'] as const
export type IndicatorGrade = (typeof indicatorGrades)[number]

export const indicatorGradeNames: Record<IndicatorGrade, string> = {
  achieved: '達成',
  nearly: 'おおむね達成',
  behind: 'やや遅れ',
  missed: '未達成',
}
