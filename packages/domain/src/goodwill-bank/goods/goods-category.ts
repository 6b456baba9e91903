/** 品目の区分 */
export const goodsCategories = ['food', 'daily', 'care', 'other'] as const
export type GoodsCategory = (typeof goodsCategories)[number]

export const goodsCategoryNames: Record<GoodsCategory, string> = {
  food: '食品',
  daily: '日用品・衛生用品',
  care: '生活・介護用品',
  other: 'その他',
}

/** 数え方: whole pieces, or kg that are kept in grams. */
export const goodsMeasures = ['count', 'weight'] as const
export type GoodsMeasure = (typeof goodsMeasures)[number]

export const goodsMeasureNames: Record<GoodsMeasure, string> = { count: '個数で数える', weight: '重さ（kg）で量る' }
