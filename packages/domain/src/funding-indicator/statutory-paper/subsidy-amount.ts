/** 交付金額, 補助金事業に係る利用者からの収益 and 交付金額等合計 of 補助金事業等収益明細書. */
export const subsidyAmounts = ['granted', 'users', 'total'] as const
export type SubsidyAmount = (typeof subsidyAmounts)[number]

export const subsidyAmountNames: Record<SubsidyAmount, string> = { granted: '交付金額', users: '利用者からの収益', total: '交付金額等合計' }
