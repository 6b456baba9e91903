import type { SumsQuestion } from './kept-sums.ts'
import type { SummedPosting } from './read-new-postings.ts'

/** How many postings of a sort there are. They only ever become more: the same number tells that nothing has come since. */
export interface PostingCounts {
  /** Which counting they are of: of a database that was set back, and counted anew, the same number tells nothing. */
  readonly counting: number
  readonly postings: Map<string, number>
}

interface CountedPostings {
  readonly name: string
  /** A query of `key` and `postings`. */
  readonly counted: { readonly name: string; readonly text: string; readonly values: readonly unknown[] }
  /** Under which key a posting counts; null where it does not. */
  readonly keyOf: (posting: SummedPosting) => string | null
}

let countings = 0

/** The question by which it is known whether an answer that is made of some postings still holds. */
export function postingCounts({ name, counted, keyOf }: CountedPostings): SumsQuestion<PostingCounts> {
  return {
    name,
    years: {},
    count: async (books) => {
      const { rows } = await books.query<{ key: string; postings: number }>({ ...counted, values: [...counted.values] })
      countings += 1
      return { counting: countings, postings: new Map(rows.map(({ key, postings }) => [key, postings])) }
    },
    add: ({ postings }, posting) => {
      const key = keyOf(posting)
      if (key !== null) postings.set(key, (postings.get(key) ?? 0) + posting.postings)
    },
    rowsIn: ({ postings }) => postings.size,
  }
}
