/** The texts of the giving site that are the council's own to word. */
export const givingTextNames = ['commercialDisclosure', 'refundPolicy', 'privacyNotice', 'thanks'] as const
export type GivingTextName = (typeof givingTextNames)[number]

export const givingTextTitles: Record<GivingTextName, string> = {
  commercialDisclosure: '特定商取引法に基づく表記',
  refundPolicy: '返金方針',
  privacyNotice: 'プライバシー',
  thanks: 'お礼の言葉',
}
