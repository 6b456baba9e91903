import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../deps.ts'
import { namedPosting, type PostingRow } from './posting-list-queries.ts'
import { listOrder } from './posting-order.ts'
import { readPostingPage } from './posting-page.ts'
import { totalPostings } from './posting-totals.ts'
import { selectBookedPostings } from './select-postings.ts'
import { weighText } from './text-condition.ts'

/** A workbook is put together in memory: more lines than this go out as CSV, which is streamed. */
export const mostSheetLines = 20_000

/** Every posting that the filter lets through with everything named, the newest first; null where there are more than a workbook takes. */
export async function readAllPostings(deps: Deps, filter: PostingFilter): Promise<{ readonly rows: readonly PostingRow[]; readonly totalYen: Yen } | null> {
  const { ground, selection: booked } = await selectBookedPostings(deps.db, filter)
  const selection = await weighText(deps.db, booked)
  const { count, totalYen } = await totalPostings(deps.db, selection)
  if (count > mostSheetLines) return null
  const postings = await readPostingPage(deps.db, selection, { order: listOrder('newest', selection.sign), after: null, limit: mostSheetLines, expected: count })
  return { rows: postings.map((posting) => namedPosting(posting, selection, ground)), totalYen }
}
