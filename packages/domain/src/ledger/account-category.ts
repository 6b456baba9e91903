/** 勘定科目の区分. */
export const accountCategories = ['asset', 'liability', 'net_asset', 'income', 'expense'] as const
export type AccountCategory = (typeof accountCategories)[number]

export const accountCategoryNames: Record<AccountCategory, string> = {
  asset: '資産',
  liability: '負債',
  net_asset: '純資産',
  income: '収入',
  expense: '支出',
}

/** +1 where an increase is a debit (資産・支出), −1 where it is a credit: how a figure of the account is shown. */
export function normalSign(category: AccountCategory): 1 | -1 {
  return category === 'asset' || category === 'expense' ? 1 : -1
}
