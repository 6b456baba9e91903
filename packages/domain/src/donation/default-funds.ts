export interface DefaultFund {
  readonly code: string
  readonly name: string
  readonly purpose: string
  /** Whether givers have restricted the money to the purpose. */
  readonly isRestricted: boolean
}

/** 使途・基金 to start with: purposes that givers name most often. */
export const defaultFunds: readonly DefaultFund[] = [
  { code: '01', name: '地域福祉全般', purpose: '使いみちを社協に任せていただく寄附', isRestricted: false },
  { code: '02', name: '子ども食堂応援', purpose: '子ども食堂の運営と食材の購入', isRestricted: true },
  { code: '03', name: '移送サービス', purpose: '外出が難しい方の送迎', isRestricted: true },
  { code: '04', name: '善意銀行', purpose: '善意銀行への預託', isRestricted: true },
  { code: '05', name: '災害支援', purpose: '災害ボランティアセンターの活動', isRestricted: true },
]
