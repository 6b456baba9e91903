import type { FundingSourceId } from '@sasaeai/domain/ids'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import type { SumsQuestion } from '../ledger/kept-sums.ts'
import { type PostingCounts, postingCounts } from '../ledger/posting-counts.ts'

/** The sources of 寄附, closed ones included. */
export function giftSources({ sources }: GroundData): FundingSourceId[] {
  return [...sources].flatMap(([sourceId, { category }]) => (category === 'donation' ? [sourceId] : []))
}

/** How many postings of gifts each year has got since, those included that undo one. */
export function giftPostings(sources: readonly FundingSourceId[]): SumsQuestion<PostingCounts> {
  const ours = new Set(sources)
  return postingCounts({
    name: `gift postings of ${sources.join()}`,
    keyOf: ({ fiscal_year: year, funding_source_id: sourceId }) => (sourceId !== null && ours.has(sourceId) ? String(year) : null),
  })
}
