import type { LetterKind } from './letter-kind.ts'

/** A place in a template that is filled anew for each letter. */
interface FieldOfLetter {
  /** As it stands in the text, between braces. */
  readonly name: string
  /** What a sample letter says there. */
  readonly sample: string
  /** In which letters it can stand; in all of them unless told. */
  readonly kinds?: readonly LetterKind[]
}

const ofMoney = ['thank_you', 'receipt_cover', 'annual_cover'] as const
const ofReceipts = ['receipt_cover', 'annual_cover'] as const

/** 差し込み項目: everything that can be filled in. Names are the council's own words, so nobody has to learn a language. */
export const letterFields = {
  recipientName: { name: '氏名', sample: '支援　太郎' },
  honorific: { name: '敬称', sample: '様' },
  supporterNumber: { name: '支援者番号', sample: '1024' },
  letterDay: { name: '文書の日付', sample: '令和8年6月10日' },
  councilName: { name: '団体名', sample: '社会福祉法人ささえ市社会福祉協議会' },
  representative: { name: '会長名', sample: '会長　支援　一郎' },
  councilAddress: { name: '団体住所', sample: 'ささえ市中央町1番1号' },
  councilPhone: { name: '団体電話', sample: '0942-00-0000' },
  amount: { name: '金額', sample: '30,000円', kinds: ofMoney },
  given: { name: '寄附の内容', sample: '30,000円', kinds: ['thank_you'] },
  goods: { name: '品名', sample: 'お米　30kg', kinds: ['thank_you'] },
  receivedOn: { name: '寄附日', sample: '令和8年6月1日', kinds: ['thank_you'] },
  purpose: { name: '使いみち', sample: '子ども食堂応援基金', kinds: ['thank_you'] },
  deceased: { name: '故人', sample: '故 支援　花子 様', kinds: ['thank_you'] },
  mourner: { name: '喪主', sample: '支援　太郎', kinds: ['thank_you'] },
  relationship: { name: '続柄', sample: '母', kinds: ['thank_you'] },
  occasion: { name: 'お祝い・行事', sample: '米寿', kinds: ['thank_you'] },
  receiptNumber: { name: '領収書番号', sample: '寄附08-00012', kinds: ofReceipts },
  issuedOn: { name: '発行日', sample: '令和8年6月1日', kinds: ofReceipts },
  calendarYear: { name: '暦年', sample: '令和8年', kinds: ['annual_cover'] },
} as const satisfies Record<string, FieldOfLetter>

export type LetterField = keyof typeof letterFields

/** What one letter has to say in each place; an empty text where there is nothing to say. */
export type LetterValues = Readonly<Partial<Record<LetterField, string>>>

// Object.keys knows its keys only as text.
const keys = Object.keys(letterFields) as readonly LetterField[]

/** Which fields can stand in a letter of this kind, in the order of the list beside the editor. */
export function fieldsOf(kind: LetterKind): readonly LetterField[] {
  return keys.filter((key) => {
    const field: FieldOfLetter = letterFields[key]
    return field.kinds === undefined || field.kinds.includes(kind)
  })
}

/** The field of that name, whichever letters it can stand in. */
export function fieldNamed(name: string): LetterField | undefined {
  return keys.find((key) => letterFields[key].name === name)
}

/** Values of a letter that nobody gets, to show what a template looks like: for a gift of money, which is no gift of goods. */
export function sampleValuesOf(kind: LetterKind): LetterValues {
  return Object.fromEntries(fieldsOf(kind).flatMap((key) => (key === 'goods' ? [] : [[key, letterFields[key].sample]])))
}
