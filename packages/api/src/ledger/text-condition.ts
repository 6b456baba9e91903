import type { Db } from '@sasaeai/db/database'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { DayRange } from '@sasaeai/domain/ledger/posting-filter'
import type { Place } from './posting-condition.ts'
import type { PostingSelection, SearchedText } from './select-postings.ts'

/** Entries of a text that are found by its pieces in the index; beyond so many, reading one entry after the other is quicker. */
const mostFoundByPieces = 50_000

/** Entries of a text that are collected before postings are walked; of more of them a page is soon full without that. */
const mostCollected = 10_000

/** Payers that are told to the statements one by one. */
const mostPayers = 2_000

/** Finds out how common a searched text is, which decides from which side it is asked; never what is found. */
export async function weighText(db: Db, selection: PostingSelection): Promise<PostingSelection> {
  const text = selection.search?.text
  if (text === undefined) return selection
  const [entries, payers] = await Promise.all([entriesWith(db, text), payersWith(db, text)])
  return { ...selection, search: { ...selection.search, text: { ...text, entries, payers } } }
}

/** One page of the table in a hundred is looked at, the same each time: a few milliseconds at half a million entries. */
async function entriesWith(db: Db, { wanted }: SearchedText): Promise<number> {
  // A single character has no piece of two to be found by.
  if (Array.from(wanted).length === 1) return Number.POSITIVE_INFINITY
  const { rows } = await db.pool.query<{ entries: number }>({
    name: 'entries-with-text',
    text: 'SELECT count(*) * 100 AS entries FROM journal_entry TABLESAMPLE SYSTEM (1) REPEATABLE (1) WHERE strpos(search_text, $1) > 0',
    values: [wanted],
  })
  return rows[0]?.entries ?? 0
}

async function payersWith(db: Db, text: SearchedText): Promise<readonly string[] | null> {
  const values: unknown[] = []
  const { rows } = await db.pool.query<{ id: string }>(
    `${payersFound(text, (value) => `$${values.push(value)}`)} LIMIT ${mostPayers + 1}`,
    values,
  )
  return rows.length > mostPayers ? null : rows.map(({ id }) => id)
}

/**
 * The text as conditions on `posting p` for finding all its postings, each of which answers to one part. A common text is
 * one question to the entries. Another is two: of entries that have it, and of payers who have it where the entry has not;
 * asked in one, neither would be found but by reading all entries beside all postings.
 */
export function textParts({ search, days, onlyFunding }: PostingSelection, place: Place): string[][] {
  const text = search?.text
  if (text === undefined) return [[]]
  const years = entryYears(days, place)
  if (text.entries > mostFoundByPieces) {
    return [[`p.entry_id IN (SELECT e.id FROM journal_entry e WHERE ${[...years, isOfEntry(text, place)].join(' AND ')})`]]
  }
  const ofEntries = `p.entry_id IN (${entriesFound(text, years, place)})`
  if (text.payers?.length === 0) return [[ofEntries]]
  const paid = `${onlyFunding ? 'p' : 'q'}.supporter_id ${isPayer(text, place)}`
  const otherwise = `NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.id = p.entry_id AND ${hasText(text, place)})`
  // The payer stands on the posting of the money's source alone; the account's is asked by its entry.
  return [[ofEntries], [onlyFunding ? paid : `p.entry_id IN (SELECT q.entry_id FROM posting q WHERE ${paid})`, otherwise]]
}

/** What a statement that walks postings needs: tables for its WITH, and conditions on `posting p`. */
export interface TextOnTheWay {
  readonly tables: readonly string[]
  readonly conditions: readonly string[]
}

/** The text as a question to one posting after the other, until a page is full. */
export function textOnTheWay({ search, days }: PostingSelection, place: Place): TextOnTheWay {
  const text = search?.text
  if (text === undefined) return { tables: [], conditions: [] }
  const ofItsEntry = (question: string) => `(SELECT ${question} FROM journal_entry e WHERE e.id = p.entry_id)`
  if (text.entries > mostCollected) return { tables: [], conditions: [ofItsEntry(isOfEntry(text, place))] }
  const hits = `hits AS MATERIALIZED (${entriesFound(text, entryYears(days, place), place)})`
  const isHit = 'p.entry_id IN (SELECT id FROM hits)'
  if (text.payers?.length === 0) return { tables: [hits], conditions: [isHit] }
  return { tables: [hits], conditions: [`(${isHit} OR ${ofItsEntry(`e.payer_id ${isPayer(text, place)}`)})`] }
}

/** The entry's year says again what the posting's days say, so that only those years' entries are looked at. */
function entryYears({ from, to }: DayRange, place: Place): string[] {
  return [
    ...(from === undefined ? [] : [`e.fiscal_year >= ${place(fiscalYearOf(from))}`]),
    ...(to === undefined ? [] : [`e.fiscal_year <= ${place(fiscalYearOf(to))}`]),
  ]
}

function entriesFound(text: SearchedText, years: readonly string[], place: Place): string {
  const byPieces = [`bigrams(e.search_text) @> ${place(text.pieces)}::text[]`, wordsHaveText(text, place), ...years]
  const found = `SELECT e.id FROM journal_entry e WHERE ${byPieces.join(' AND ')}`
  return text.entryNumber === null ? found : `${found} UNION ${entryByNumber(text.entryNumber, place)}`
}

/** Whether the text is in an entry `e` or in its payer. */
function isOfEntry(text: SearchedText, place: Place): string {
  return text.payers?.length === 0 ? hasText(text, place) : `(${hasText(text, place)} OR e.payer_id ${isPayer(text, place)})`
}

function hasText(text: SearchedText, place: Place): string {
  const inWords = wordsHaveText(text, place)
  return text.entryNumber === null ? inWords : `(${inWords} OR e.entry_number = ${place(text.entryNumber)})`
}

function wordsHaveText({ wanted }: SearchedText, place: Place): string {
  return `strpos(e.search_text, ${place(wanted)}) > 0`
}

/** What comes after a column that holds a payer. */
function isPayer(text: SearchedText, place: Place): string {
  return text.payers === null ? `IN (${payersFound(text, place)})` : `= ANY(${place(text.payers)}::uuid[])`
}

/**
 * Payers are searched in their register, so that a changed name finds its earlier payments too. By name, reading and
 * number only: whoever may read the books, but not the register, must not find out who lives or telephones where.
 */
function payersFound({ wanted, pieces }: SearchedText, place: Place): string {
  const byPieces = pieces.every((piece) => Array.from(piece).length === 1) ? '' : `bigrams(search_text) @> ${place(pieces)}::text[] AND `
  const text = place(wanted)
  const found = `SELECT id FROM supporter WHERE ${byPieces}strpos(search_text, ${text}) > 0 AND strpos(${shownOfPayer}, ${text}) > 0`
  // Whoever was merged into one of them is found with it.
  return `WITH found AS (${found}) SELECT id FROM found UNION ALL SELECT o.id FROM found f JOIN supporter o ON o.merged_into_id = f.id`
}

/** The first three parts of the stored text (domain/supporter/supporter-search-text): name, reading and number. */
const shownOfPayer = `concat_ws('|', ${[1, 2, 3].map((part) => `split_part(search_text, '|', ${part})`).join(', ')})`

/** Year by year, because numbers are kept in the order of (year, number). */
function entryByNumber(entryNumber: number, place: Place): string {
  return `SELECT e.id FROM fiscal_year y JOIN journal_entry e ON e.fiscal_year = y.year AND e.entry_number = ${place(entryNumber)}`
}
