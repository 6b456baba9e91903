import type { Db } from '@sasaeai/db/database'
import type { Place } from './posting-condition.ts'
import type { PostingSelection, SearchedText } from './select-postings.ts'

/** So many entries and more are not collected first: the postings are asked one by one whether they have the text. */
const commonFrom = 3_000

/** Finds out whether a searched text is common, which decides from which side it is asked. */
export async function weighText(db: Db, selection: PostingSelection): Promise<PostingSelection> {
  const text = selection.search?.text
  if (text === undefined) return selection
  return { ...selection, search: { ...selection.search, text: { ...text, isCommon: await isCommonText(db, text) } } }
}

async function isCommonText(db: Db, { pieces, wanted }: SearchedText): Promise<boolean> {
  // A single character has no piece of two to be found by.
  if (Array.from(wanted).length === 1) return true
  const { rows } = await db.pool.query<{ found: number }>(
    `SELECT count(*) AS found FROM (SELECT FROM journal_entry WHERE bigrams(search_text) @> $1::text[] LIMIT $2) hits`,
    [pieces, commonFrom],
  )
  return (rows[0]?.found ?? 0) >= commonFrom
}

/** A rare text: `hits`, all entries that it finds, for a WITH before the statement. Null when nothing is to be collected. */
export function rareTextHits(text: SearchedText | undefined, place: Place): string | null {
  if (text === undefined || text.isCommon) return null
  const hits = [
    `SELECT id FROM journal_entry WHERE bigrams(search_text) @> ${place(text.pieces)}::text[] AND strpos(search_text, ${place(text.wanted)}) > 0`,
    `SELECT entry_id FROM posting WHERE supporter_id IN (${payersFound(text, place)})`,
  ]
  if (text.entryNumber !== null) hits.push(entryByNumber(text.entryNumber, place))
  return hits.join(' UNION ')
}

/** The text as a condition on `posting p`. */
export function textConditions(text: SearchedText | undefined, place: Place): string[] {
  if (text === undefined) return []
  if (!text.isCommon) return ['p.entry_id IN (SELECT id FROM hits)']
  return [
    `((SELECT ${entryHasText(text, place)} FROM journal_entry e WHERE e.id = p.entry_id)
      OR p.supporter_id IN (${payersFound(text, place)}))`,
  ]
}

/** A common text, asked of `posting p` joined with its entry `e`: for counting, where every posting is read anyway. */
export function commonTextCondition(text: SearchedText, place: Place): string {
  return `(${entryHasText(text, place)} OR p.supporter_id IN (${payersFound(text, place)}))`
}

function entryHasText({ wanted, entryNumber }: SearchedText, place: Place): string {
  const byText = `strpos(e.search_text, ${place(wanted)}) > 0`
  return entryNumber === null ? byText : `(${byText} OR e.entry_number = ${place(entryNumber)})`
}

/**
 * Payers are searched in their register, so that a changed name finds its earlier payments too. By name, reading and
 * number only: whoever may read the books, but not the register, must not find out who lives or telephones where.
 */
function payersFound({ wanted, pieces }: SearchedText, place: Place): string {
  const byPieces = pieces.every((piece) => Array.from(piece).length === 1) ? '' : `bigrams(search_text) @> ${place(pieces)}::text[] AND `
  const text = place(wanted)
  return `SELECT id FROM supporter WHERE ${byPieces}strpos(search_text, ${text}) > 0 AND strpos(${shownOfPayer}, ${text}) > 0`
}

/** The first three parts of the stored text (domain/supporter/supporter-search-text): name, reading and number. */
const shownOfPayer = `concat_ws('|', ${[1, 2, 3].map((part) => `split_part(search_text, '|', ${part})`).join(', ')})`

/** Year by year, because numbers are kept in the order of (year, number). */
function entryByNumber(entryNumber: number, place: Place): string {
  return `SELECT e.id FROM fiscal_year y JOIN journal_entry e ON e.fiscal_year = y.year AND e.entry_number = ${place(entryNumber)}`
}
