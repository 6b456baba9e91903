/** 説明・広報の種類 */
export const outreachKinds = ['association_briefing', 'representatives_meeting', 'other'] as const
export type OutreachKind = (typeof outreachKinds)[number]

export const outreachKindNames: Record<OutreachKind, string> = {
  association_briefing: '自治会での社協説明会',
  representatives_meeting: '団体代表者会議',
  other: 'その他',
}
