/** 全国集計の募金方法の区分: the categories that the national statistics of 共同募金 are printed in. */
export const nationalMethodCategories = [
  'household',
  'corporate',
  'workplace',
  'street',
  'school',
  'event',
  'other',
] as const
export type NationalMethodCategory = (typeof nationalMethodCategories)[number]

export const nationalMethodCategoryNames: Record<NationalMethodCategory, string> = {
  household: '戸別募金',
  corporate: '法人募金',
  workplace: '職域募金',
  street: '街頭募金',
  school: '学校募金',
  event: 'イベント募金',
  other: 'その他の募金',
}

/** 件数の意味: what 件数 counts for a method. */
export const countMeanings = ['households', 'occasions', 'givers'] as const
export type CountMeaning = (typeof countMeanings)[number]

export const countMeaningNames: Record<CountMeaning, string> = {
  households: '世帯',
  occasions: '回',
  givers: '件',
}
