import type { Db } from '@sasaeai/db/database'

/** A fiscal year's page asks for one of them, the cube for another. */
const mostAnswers = 16
const kept = new WeakMap<Db, Map<string, Promise<unknown>>>()

/**
 * An answer made of the council's own tables, from memory while they have not changed. `key` has to name all that it
 * was made of: the question and the version. What is made of entries is kept by `kept-sums.ts`.
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
