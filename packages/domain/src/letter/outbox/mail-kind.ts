/** What a mail is for. */
export const mailKinds = ['receipt', 'annual_receipt', 'thank_you', 'online_thanks', 'giver_link'] as const
export type MailKind = (typeof mailKinds)[number]

export const mailKindNames: Record<MailKind, string> = {
  receipt: '領収書',
  annual_receipt: '年間証明',
  thank_you: '礼状',
  online_thanks: 'オンライン寄附のお礼',
  giver_link: 'マイページのリンク',
}
