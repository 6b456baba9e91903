/** 収入の種類, in the order in which compositions are read. */
export const incomeCategories = [
  'membership_dues',
  'allocation',
  'donation',
  'subsidy',
  'entrusted',
  'grant',
  'business',
  'care_service',
  'loan',
  'usage_fee',
  'contribution',
  'interest',
  'other',
] as const
export type IncomeCategory = (typeof incomeCategories)[number]

export const incomeCategoryNames: Record<IncomeCategory, string> = {
  membership_dues: '会費',
  allocation: '共同募金配分金',
  donation: '寄附金',
  subsidy: '補助金',
  entrusted: '受託金',
  grant: '助成金',
  business: '事業収入',
  care_service: '介護・障害サービス',
  loan: '貸付',
  usage_fee: '利用料',
  contribution: '負担金',
  interest: '受取利息',
  other: 'その他',
}
