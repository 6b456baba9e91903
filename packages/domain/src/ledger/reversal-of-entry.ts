import type { LocalDate } from '../calendar/local-date.ts'
import { normalizeForSearch } from '../text/search-text.ts'
import { type EntryDraft, reversedPostings } from './entry-draft.ts'

/** The act of a reversal: the id of the new entry, its date, and who did it for which reason. */
export interface ReversalAct extends Pick<EntryDraft, 'id' | 'postedById'> {
  readonly date: LocalDate
  readonly reason: string
}

/** 赤伝: the entry that undoes another one, with the same payer and dimensions and the opposite signs. */
export function reversalOfEntry(
  entry: Pick<EntryDraft, 'id' | 'payerId' | 'description' | 'postings'>,
  { id, date, reason, postedById }: ReversalAct,
): EntryDraft {
  const description = `取消 ${entry.description}`
  return {
    id,
    entryDate: date,
    kind: 'reversal',
    payerId: entry.payerId,
    description,
    sourceKind: 'reversal',
    sourceId: entry.id,
    reversesEntryId: entry.id,
    reason,
    postedById,
    searchText: normalizeForSearch(`${description} ${reason}`),
    postings: reversedPostings(entry.postings),
  }
}
