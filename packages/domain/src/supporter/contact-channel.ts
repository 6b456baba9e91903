/** 連絡の方法. */
export const contactChannels = ['visit', 'office', 'phone', 'mail', 'email', 'event', 'benefit'] as const
export type ContactChannel = (typeof contactChannels)[number]

export const contactChannelNames: Record<ContactChannel, string> = {
  visit: '訪問',
  office: '来所',
  phone: '電話',
  mail: '郵便',
  email: 'メール',
  event: '行事',
  benefit: '特典の提供',
}
