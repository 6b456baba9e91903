/** 文書の種類: what a letter is about, which decides what can stand in it. */
export const letterKinds = ['thank_you', 'receipt_cover', 'annual_cover', 'notice'] as const
export type LetterKind = (typeof letterKinds)[number]

export const letterKindNames: Record<LetterKind, string> = {
  thank_you: '礼状',
  receipt_cover: '領収書の送り状',
  annual_cover: '年間証明の送り状',
  notice: 'ご案内',
}
