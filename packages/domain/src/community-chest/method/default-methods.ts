import type { CountMeaning, NationalMethodCategory } from './collection-method-kind.ts'

export interface DefaultCollectionMethod {
  readonly code: string
  readonly name: string
  readonly nationalCategory: NationalMethodCategory
  readonly countMeaning: CountMeaning
}

/** 募金方法 to start with. The codes are this office's own: the national numeric codes are not public. */
export const defaultCollectionMethods: readonly DefaultCollectionMethod[] = [
  { code: '1', name: '戸別募金', nationalCategory: 'household', countMeaning: 'households' },
  { code: '2', name: '法人募金', nationalCategory: 'corporate', countMeaning: 'givers' },
  { code: '3', name: '職域募金', nationalCategory: 'workplace', countMeaning: 'givers' },
  { code: '4', name: '街頭募金', nationalCategory: 'street', countMeaning: 'occasions' },
  { code: '5', name: '学校募金', nationalCategory: 'school', countMeaning: 'givers' },
  { code: '6', name: 'イベント募金', nationalCategory: 'event', countMeaning: 'occasions' },
  { code: '9', name: 'その他の募金', nationalCategory: 'other', countMeaning: 'givers' },
]
