import type { Db } from '@sasaeai/db/database'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { BooksVersion } from './read-books-version.ts'

/** A page asks for some ten things, the cube for one per year; a few people look at different days. */
const mostAnswers = 64
const kept = new WeakMap<Db, Map<string, Promise<unknown>>>()

/**
 * An answer of the database, from memory while what it was made of has not changed. `key` has to name all of it: the
 * question and the versions. So a post of this year costs a recount of this year, and ten years are counted once.
 */
export function keptAnswer<Answer>(
  db: Db,
  key: readonly (string | number)[],
  read: () => Promise<Answer>,
): Promise<Answer> {
  const answers: Map<string, Promise<unknown>> = kept.get(db) ?? new Map<string, Promise<unknown>>()
  kept.set(db, answers)
  const name = key.join('/')
  const known = answers.get(name)
  // The key names the question, so what is kept under it is of the question's type.
  if (known !== undefined) return known as Promise<Answer>
  const answer = read()
  // A failed reading is no answer: the next one asks again.
  answer.catch(() => answers.delete(name))
  answers.set(name, answer)
  const [oldest] = answers.keys()
  if (answers.size > mostAnswers && oldest !== undefined) answers.delete(oldest)
  return answer
}

/** The version of what one fiscal year's sums are made of: its entries, and the council's own tables. */
export function versionOfYear({ entries, ground }: BooksVersion, year: FiscalYear): string {
  return `${entries.get(year) ?? 0}.${ground}`
}

/** The same of all fiscal years before one. */
export function versionBefore({ entries, ground }: BooksVersion, year: FiscalYear): string {
  const before = [...entries]
    .filter(([each]) => each < year)
    .map(([each, count]) => `${each}:${count}`)
    .toSorted()
  return `${before.join()}.${ground}`
}
