/** 領収書の出し方 */
export const givingReceiptRules = ['each', 'on_request', 'annual'] as const
export type GivingReceiptRule = (typeof givingReceiptRules)[number]

export const givingReceiptRuleNames: Record<GivingReceiptRule, string> = {
  each: '寄附のたびに発行する',
  on_request: '希望された方に発行する',
  annual: '年に1回、年間証明として発行する',
}

/** 受領日とする日 */
export const taxDateBases = ['paid_on', 'deposited_on'] as const
export type TaxDateBasis = (typeof taxDateBases)[number]

export const taxDateBasisNames: Record<TaxDateBasis, string> = {
  paid_on: '決済日（支払いの手続きが済んだ日）',
  deposited_on: '入金日（社協の口座に入った日）',
}
