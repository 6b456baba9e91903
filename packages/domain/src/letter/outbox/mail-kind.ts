/** What a mail is for. */
export const mailKinds = ['receipt', 'annual_receipt', 'thank_you', 'online_thanks', 'online_refund', 'giver_link', 'external_report'] as const
export type MailKind = (typeof mailKinds)[number]

export const mailKindNames: Record<MailKind, string> = {
  receipt: '領収書',
  annual_receipt: '年間証明',
  thank_you: '礼状',
  online_thanks: 'オンライン寄附のお礼',
  online_refund: '返金のお知らせ',
  giver_link: 'マイページのリンク',
  external_report: '報告期限のお知らせ',
}
