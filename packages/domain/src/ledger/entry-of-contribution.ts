import { normalizeForSearch } from '../text/search-text.ts'
import { type Contribution, postingsOfContribution } from './contribution.ts'
import { describeContribution } from './describe-contribution.ts'
import type { EntryDraft } from './entry-draft.ts'
import type { GroundData } from './ground-data.ts'

/** Where an entry comes from, and who booked it; of a correction also what it puts right and why. */
export type EntryOrigin = Pick<
  EntryDraft,
  'id' | 'sourceKind' | 'sourceId' | 'postedById' | 'intakeBatchId' | 'correctsEntryId' | 'reason'
>

/**
 * The receipt that a contribution is booked as, whichever door it came in by.
 * @throws Error if the contribution has a problem: check it first.
 */
export function entryOfContribution(contribution: Contribution, ground: GroundData, origin: EntryOrigin): EntryDraft {
  const description = describeContribution(contribution, ground)
  return {
    ...origin,
    entryDate: contribution.entryDate,
    kind: 'receipt',
    payerId: contribution.supporterId,
    description,
    searchText: normalizeForSearch(`${description} ${origin.reason ?? ''}`),
    postings: postingsOfContribution(contribution, ground),
  }
}
