import type { GoodsItemDetails } from './goods-item-details.ts'

const pieces = { measure: 'count', unit: '点', gramsEach: null } as const

/** 品目 to start with, as フードドライブ and 善意銀行 commonly take them in. */
export const defaultGoodsItems: readonly GoodsItemDetails[] = [
  { code: '11', name: '米', category: 'food', measure: 'weight', unit: 'kg', gramsEach: null },
  { code: '12', name: 'めん類', category: 'food', ...pieces, gramsEach: 400 },
  { code: '13', name: 'レトルト食品', category: 'food', ...pieces, gramsEach: 200 },
  { code: '14', name: '缶詰・びん詰', category: 'food', ...pieces, gramsEach: 250 },
  { code: '15', name: '菓子', category: 'food', ...pieces, gramsEach: 150 },
  { code: '16', name: '飲料', category: 'food', ...pieces, unit: '本', gramsEach: 600 },
  { code: '17', name: '調味料', category: 'food', ...pieces, gramsEach: 500 },
  { code: '19', name: 'その他の食品', category: 'food', ...pieces },
  { code: '21', name: '紙おむつ', category: 'daily', ...pieces, unit: '袋' },
  { code: '22', name: '生理用品', category: 'daily', ...pieces },
  { code: '23', name: '洗剤・石けん', category: 'daily', ...pieces },
  { code: '31', name: '車いす', category: 'care', ...pieces, unit: '台' },
  { code: '32', name: '介護用ベッド', category: 'care', ...pieces, unit: '台' },
  { code: '33', name: '歩行器・つえ', category: 'care', ...pieces, unit: '本' },
  { code: '41', name: '学用品', category: 'other', ...pieces },
]
