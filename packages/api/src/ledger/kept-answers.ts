import type { GroundDb } from '@sasaeai/db/ground-at'

interface KeptAnswer {
  readonly version: number | string
  readonly answer: Promise<unknown>
}

/** A fiscal year's page asks for one of them, the cube for another, and each choice in the list of members for one. */
const mostAnswers = 32
const kept = new WeakMap<GroundDb, Map<string, KeptAnswer>>()

/** What is asked, but for the version of the tables that the answer is made of, and that version. */
interface VersionedQuestion {
  readonly question: readonly (string | number)[]
  readonly version: number | string
}

/**
 * An answer made of the council's own tables, from memory while they have not changed; one of another version is
 * dropped. What is made of entries is kept by `kept-sums.ts`.
 */
export function keptAnswer<Answer>(
  db: GroundDb,
  { question, version }: VersionedQuestion,
  read: () => Promise<Answer>,
): Promise<Answer> {
  const answers = kept.get(db) ?? new Map<string, KeptAnswer>()
  kept.set(db, answers)
  const name = question.join('/')
  const known = answers.get(name)
  // The question is the same, so what is kept under it is of the question's type.
  if (known?.version === version) {
    // The least recently asked stands first, and goes first.
    answers.delete(name)
    answers.set(name, known)
    return known.answer as Promise<Answer>
  }
  const answer = read()
  const keeping = { version, answer }
  // A failed reading is no answer: the next one asks again.
  answer.catch(() => {
    if (answers.get(name) === keeping) answers.delete(name)
  })
  answers.delete(name)
  answers.set(name, keeping)
  const [oldest] = answers.keys()
  if (answers.size > mostAnswers && oldest !== undefined) answers.delete(oldest)
  return answer
}
