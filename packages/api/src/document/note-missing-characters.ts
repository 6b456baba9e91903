import type { MissingCharacter } from '@sasaeai/documents/missing-characters'
import type { ListColumn, ListGroup } from '@sasaeai/documents/papers/list-paper'
import type { PaperDesk } from './paper-maker.ts'

/** A piece of paper, by whose name it is told: its words in whatever shape they have. */
export interface PieceOfPaper {
  readonly subject: string
  readonly words: unknown
}

/** Notes the characters that a PDF cannot show as they are written, piece by piece; the pieces are made all the same. */
export async function noteMissingCharacters(desk: PaperDesk, pieces: readonly PieceOfPaper[]): Promise<void> {
  // Loaded with the first paper, like all that sets them.
  const { missingCharacters } = await import('@sasaeai/documents/missing-characters')
  for (const { subject, words } of pieces) {
    for (const missing of await missingCharacters(textsIn(words))) desk.note({ subject, message: messageOf(missing), isMade: true })
  }
}

/** The rows of a list, each by its widest cell, in which its name stands. */
export function piecesOfList({ columns, groups }: { columns: readonly ListColumn[]; groups: readonly ListGroup[] }): PieceOfPaper[] {
  const place = columns.findIndex((column) => 'fr' in column)
  return groups.flatMap(({ heading, rows }) => [
    { subject: heading, words: heading },
    ...rows.map((row) => ({ subject: row[place] ?? '', words: row })),
  ])
}

function textsIn(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  if (typeof words !== 'object' || words === null) return []
  return Object.values(words).flatMap(textsIn)
}

function messageOf({ character, lacks }: MissingCharacter): string {
  const codes = Array.from(character, (each) => `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
  return lacks === 'variant'
    ? `異体字「${character}」（${codes}）の字形がフォントにないため、標準の字形で印字されています。必要なら手で直してお渡しください。`
    : `「${character}」（${codes}）がフォントにないため、□で印字されています。手で書き添えるか、別の字に直して作り直してください。`
}
