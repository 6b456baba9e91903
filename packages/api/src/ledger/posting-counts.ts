import type { SumsQuestion } from './kept-sums.ts'
import type { SummedPosting } from './read-new-postings.ts'

/** How many postings of a sort have come since they were first asked for. The same number tells that nothing has come since. */
export interface PostingCounts {
  /** Since when it is counted: after a beginning anew, as of a database that was set back, the same number tells nothing. */
  readonly counting: number
  readonly postings: Map<string, number>
}

interface CountedPostings {
  readonly name: string
  /** Under which key a posting counts; null where it does not. */
  readonly keyOf: (posting: SummedPosting) => string | null
}

let countings = 0

/** The question by which it is known whether an answer that is made of some postings still holds. It counts from nothing: what was there before need not be read. */
export function postingCounts({ name, keyOf }: CountedPostings): SumsQuestion<PostingCounts> {
  return {
    name,
    years: {},
    count: async () => {
      countings += 1
      return { counting: countings, postings: new Map() }
    },
    add: ({ postings }, posting) => {
      const key = keyOf(posting)
      if (key !== null) postings.set(key, (postings.get(key) ?? 0) + posting.postings)
    },
    rowsIn: ({ postings }) => postings.size,
  }
}
