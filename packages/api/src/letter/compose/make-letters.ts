import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { composeLetter, type LetterCase, type LetterWording } from '@sasaeai/domain/letter/compose-letter'
import { type LetterField, letterFields } from '@sasaeai/domain/letter/letter-field'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { type MadePaper, type PaperDesk, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { readCouncilValues } from './read-council-values.ts'

/** A letter that is to be printed, or why it is not. */
export interface LetterToMake extends LetterCase {
  /** By what name its problems are told. */
  readonly subject: string
  readonly template: LetterWording | undefined
  /** Why nothing is printed for it; null where nothing stands against it. */
  readonly refusal: string | null
}

/** Letters for window envelopes, one A4 each. What cannot be printed is told of; the rest goes on. Null when nothing is left. */
export async function makeLetters(desk: PaperDesk, { name, issuedOn, letters }: { name: string; issuedOn: LocalDate; letters: readonly LetterToMake[] }): Promise<MadePaper | null> {
  await desk.expect(letters.length)
  const council = await readCouncilValues(desk.deps, issuedOn)
  const printed = []
  const leftOut = new Map<LetterField, number>()
  for (const letter of letters) {
    const words = letter.template === undefined ? null : composeLetter(letter.template, { ...council, ...letter.values })
    const refusal = letter.refusal ?? (letter.addressee.address === '' ? withoutAddress : words === null || words.paragraphs.length === 0 ? withoutWords : null)
    if (refusal !== null || words === null) desk.note({ subject: letter.subject, message: refusal ?? withoutWords })
    else {
      printed.push({ ...letter.addressee, title: words.title, paragraphs: words.paragraphs, facts: words.facts })
      for (const field of words.missing) leftOut.set(field, (leftOut.get(field) ?? 0) + 1)
    }
    await desk.advance()
  }
  for (const [field, count] of leftOut) desk.note({ subject: `{${letterFields[field].name}}`, message: `空の${count}通では、この項目の入った行を印刷していません。`, isMade: true })
  if (printed.length === 0) return null
  await noteMissingCharacters(desk, printed.map((letter) => ({ subject: letter.name, words: letter })))
  const head = await readPaperHead(desk, { title: name, day: issuedOn })
  // Loaded with the first letter, like all that sets papers.
  const { setWindowLetters } = await import('@sasaeai/documents/papers/window-letters')
  return { fileName: `${name}.pdf`, mediaType: pdfType, bytes: await setWindowLetters({ ...head, issuedOn: formatLocalDate(issuedOn), letters: printed }) }
}

const withoutAddress = '住所がないため、作成していません。支援者の画面で住所を入力してください。'
const withoutWords = '使えるひな形がないか、差し込む内容がすべて空のため、作成していません。'
