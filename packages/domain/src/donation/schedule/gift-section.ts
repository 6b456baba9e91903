/**
 * 区分 of a gift in 寄附金収益明細書 (別紙3②), in the order of the 事業活動計算書. The five words are those that the council's
 * own survey of the forms names; the notification itself could not be read here (see statutory-paper/gift-schedule).
 */
export const giftSections = ['current', 'operation', 'facility', 'repayment', 'fixed_asset'] as const
export type GiftSection = (typeof giftSections)[number]

/** As the form prints them. */
export const giftSectionNames: Record<GiftSection, string> = {
  current: '経常',
  operation: '運営',
  facility: '施設',
  repayment: '償還',
  fixed_asset: '固定',
}

/** The line of the 事業活動計算書 that each stands for. */
export const giftSectionAccounts: Record<GiftSection, string> = {
  current: '経常経費寄附金収益',
  operation: '長期運営資金借入金元金償還寄附金収益',
  facility: '施設整備等寄附金収益',
  repayment: '設備資金借入金元金償還寄附金収益',
  fixed_asset: '固定資産受贈額',
}
