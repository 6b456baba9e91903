/** 名寄せの手がかり: what speaks for two records being one supporter and what speaks against it, in the order in which it is shown. */
export const duplicateEvidenceKinds = [
  'same_name', 'same_kana', 'same_phone', 'same_email', 'same_address', 'same_area', 'other_phone', 'other_address', 'other_kind',
] as const
export type DuplicateEvidence = (typeof duplicateEvidenceKinds)[number]

/** The database finds the evidence, set by set; what it is worth is decided here alone. */
export const duplicateEvidencePoints: Readonly<Record<DuplicateEvidence, number>> = {
  same_name: 35,
  same_kana: 15,
  same_phone: 35,
  same_email: 35,
  same_address: 30,
  same_area: 5,
  other_phone: -10,
  other_address: -20,
  other_kind: -25,
}

/** A pair is proposed from so many points on: the same name alone, or one household with different names, is not enough. */
export const leastDuplicateScore = 45

/** More records than this that share a clue make it none: a company's telephone, a block of flats. */
export const mostWithOneClue = 12

export const duplicateEvidenceWords: Record<DuplicateEvidence, string> = {
  same_name: '名前が同じ（異体字・空白・法人格の書き方の違いを除く）',
  same_kana: 'フリガナが同じ',
  same_phone: '電話番号が同じ',
  same_email: 'メールアドレスが同じ',
  same_address: '住所が同じ（丁目・番地の書き方の違いを除く）',
  same_area: '地域が同じ',
  other_phone: '電話番号が違う',
  other_address: '住所が違う',
  other_kind: '種類が違う',
}

/** The evidence that stored words name, in the order in which it is shown; words of another release are left out. */
export function duplicateEvidenceIn(words: readonly string[]): DuplicateEvidence[] {
  return duplicateEvidenceKinds.filter((kind) => words.includes(kind))
}
