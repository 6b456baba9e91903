import { type LetterField, letterFields, type LetterValues } from './letter-field.ts'
import { letterKindNames, type LetterKind } from './letter-kind.ts'
import { fillText } from './letter-text.ts'

/** To whom a letter goes, as its envelope says. */
export interface LetterAddressee {
  readonly name: string
  readonly honorific: string
  /** `830-0001`, or empty. */
  readonly postalCode: string
  readonly address: string
}

/** What one letter is about: to whom it goes, and what stands in its places. */
export interface LetterCase {
  readonly addressee: LetterAddressee
  readonly values: LetterValues
}

interface ComposedLetter {
  readonly title: string
  readonly paragraphs: readonly string[]
  /** What stands below 記. */
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  /** Fields that were empty, so that their lines were left out. */
  readonly missing: readonly LetterField[]
}

/** What a template needs to know of itself to become a letter. */
export interface LetterWording {
  readonly kind: LetterKind
  readonly heading: string
  readonly body: string
  readonly listsFacts: boolean
}

/** A template in the words of one letter. */
export function composeLetter({ kind, heading, body, listsFacts }: LetterWording, values: LetterValues): ComposedLetter {
  const title = fillText(heading, values)
  const text = fillText(body, values)
  return {
    title: title.lines.join('') || letterKindNames[kind],
    paragraphs: text.lines,
    facts: listsFacts ? factsOf(kind, values) : [],
    missing: [...new Set([...title.missing, ...text.missing])],
  }
}

/** The text of a letter as it is kept with the record that it was sent. */
export function wordsOf({ paragraphs, facts }: Pick<ComposedLetter, 'paragraphs' | 'facts'>): string {
  const below = facts.length === 0 ? [] : ['記', ...facts.map(({ label, text }) => `${label}　${text}`)]
  return [...paragraphs, ...below].join('\n')
}

const factFields: Record<LetterKind, readonly { readonly label: string; readonly field: LetterField }[]> = {
  thank_you: [
    { label: '受領日', field: 'receivedOn' },
    { label: 'ご寄附の額', field: 'amount' },
    { label: 'ご寄附の品', field: 'goods' },
    { label: letterFields.purpose.name, field: 'purpose' },
  ],
  receipt_cover: [
    { label: letterFields.receiptNumber.name, field: 'receiptNumber' },
    { label: letterFields.issuedOn.name, field: 'issuedOn' },
    { label: letterFields.amount.name, field: 'amount' },
  ],
  annual_cover: [
    { label: letterFields.receiptNumber.name, field: 'receiptNumber' },
    { label: '対象の期間', field: 'calendarYear' },
    { label: letterFields.amount.name, field: 'amount' },
  ],
  notice: [],
}

function factsOf(kind: LetterKind, values: LetterValues) {
  return factFields[kind].flatMap(({ label, field }) => {
    const text = values[field] ?? ''
    return text === '' ? [] : [{ label, text }]
  })
}
