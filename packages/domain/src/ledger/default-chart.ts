import type { AccountCategory } from './account-category.ts'

/** A line of the chart of accounts as a new council finds it. */
export interface DefaultAccount {
  readonly code: string
  readonly name: string
  readonly category: AccountCategory
  /** The heading that it stands under, which comes before it in the list. */
  readonly parentCode?: string
  readonly isHeading?: boolean
}

/**
 * 勘定科目 to start with, after the model chart of 社会福祉法人会計基準 as far as raising money needs it. Every council
 * changes it to its own 経理規程, so nothing in the program may depend on a code or a name of this list.
 */
export const defaultChart: readonly DefaultAccount[] = [
  { code: '1100', name: '現金預金', category: 'asset', isHeading: true },
  { code: '1110', name: '現金', category: 'asset', parentCode: '1100' },
  { code: '1120', name: '普通預金', category: 'asset', parentCode: '1100' },
  { code: '1130', name: '郵便振替貯金', category: 'asset', parentCode: '1100' },
  { code: '1200', name: '未収金', category: 'asset' },
  { code: '2100', name: '未払金', category: 'liability' },
  { code: '2200', name: '預り金', category: 'liability', isHeading: true },
  { code: '2210', name: '預り金（共同募金）', category: 'liability', parentCode: '2200' },
  { code: '2220', name: '預り金（歳末たすけあい）', category: 'liability', parentCode: '2200' },
  { code: '2290', name: '預り金（その他）', category: 'liability', parentCode: '2200' },
  { code: '3100', name: '次期繰越活動増減差額', category: 'net_asset' },
  { code: '4100', name: '会費収入', category: 'income' },
  { code: '4200', name: '寄附金収入', category: 'income' },
  { code: '4300', name: '経常経費補助金収入', category: 'income', isHeading: true },
  { code: '4310', name: '市区町村補助金収入', category: 'income', parentCode: '4300' },
  { code: '4320', name: '共同募金配分金収入', category: 'income', parentCode: '4300', isHeading: true },
  { code: '4321', name: '一般募金配分金収入', category: 'income', parentCode: '4320' },
  { code: '4322', name: '歳末たすけあい配分金収入', category: 'income', parentCode: '4320' },
  { code: '4400', name: '助成金収入', category: 'income' },
  { code: '4500', name: '受託金収入', category: 'income' },
  { code: '4600', name: '事業収入', category: 'income' },
  { code: '4700', name: '負担金収入', category: 'income' },
  { code: '4800', name: '受取利息配当金収入', category: 'income' },
  { code: '4900', name: 'その他の収入', category: 'income' },
  { code: '5100', name: '支払手数料', category: 'expense' },
  { code: '5200', name: '助成金支出', category: 'expense' },
  { code: '5300', name: '事業費支出', category: 'expense' },
  { code: '5400', name: '事務費支出', category: 'expense' },
  { code: '5900', name: '雑支出', category: 'expense' },
]

/** The account that paper money goes to unless the batch says otherwise. */
export const defaultCashAccountCode = '1110'
