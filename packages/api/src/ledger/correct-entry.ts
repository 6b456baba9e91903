import { inTransaction } from '@sasaeai/db/in-transaction'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { id } from '@sasaeai/domain/ids'
import {
  type ContributionProblem,
  postingsOfContribution,
  problemOfContribution,
} from '@sasaeai/domain/ledger/contribution'
import type { EntryDraft, PostingDraft } from '@sasaeai/domain/ledger/entry-draft'
import { entryOfContribution } from '@sasaeai/domain/ledger/entry-of-contribution'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import type { CorrectEntryInput } from '@sasaeai/domain/ledger/reversal'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { type LedgerRefusal, ledgerRefusalOf } from './ledger-refusal.ts'
import { type EntryToPost, postEntries, type PostedEntry } from './post-entries.ts'
import { readGroundData } from './read-ground-data.ts'
import { type EntryInBooks, readPostedEntry } from './read-posted-entry.ts'
import { postedIsFinal, refusalOfReversal, reversalOf } from './reverse-entry.ts'

export interface Correction {
  readonly reversal: PostedEntry
  readonly corrected: PostedEntry
}

export type CorrectEntryFailure =
  | LedgerRefusal
  | ContributionProblem
  | 'entry_not_found'
  | 'entry_not_correctable'
  | 'reversal_of_goodwill'
  | 'nothing_to_correct'

/**
 * 訂正: reverses a receipt (赤伝) and posts the right one (黒伝) in one act, so that the books are never seen with
 * only half of it. Only money that came in as a contribution can be put right this way.
 */
export async function correctEntry(
  deps: Deps,
  actor: Actor,
  input: CorrectEntryInput,
): Promise<Outcome<Correction, CorrectEntryFailure>> {
  const ground = await readGroundData(deps.db)
  const problem = problemOfContribution(input.contribution, ground)
  if (problem !== null) return fail(problem.code, { field: `contribution.${problem.field}` })
  try {
    return await inTransaction(deps.db, async (tx) => {
      const entry = await readPostedEntry(tx, input.entryId)
      if (entry === null) return fail('entry_not_found')
      if (entry.kind !== 'receipt' || entry.isRevenue) return fail('entry_not_correctable')
      if (entry.isOfGoodwill) return fail('reversal_of_goodwill')
      if (isSameMoney(entry, input, ground)) return fail('nothing_to_correct')
      const [reversal, corrected] = await postEntries({ deps, actor, tx }, [
        reversalOf(entry, { deps, actor, input }),
        correctionOf(entry, { deps, actor, input, ground }),
      ])
      if (reversal === undefined || corrected === undefined) throw new Error('the correction was not answered for')
      return succeed({ reversal, corrected })
    }, postedIsFinal)
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    const isRefusedByReversal = refusal.about === formatLocalDate(input.reversalDate)
    return refusalOfReversal(refusal, isRefusedByReversal ? 'reversalDate' : 'contribution.entryDate')
  }
}

function correctionOf(
  entry: EntryInBooks,
  { deps, actor, input, ground }: { deps: Deps; actor: Actor; input: CorrectEntryInput; ground: GroundData },
): EntryToPost {
  const corrected = entryOfContribution(input.contribution, ground, {
    id: id(deps.newId()),
    sourceKind: 'correction',
    sourceId: entry.id,
    correctsEntryId: entry.id,
    reason: input.reason,
    postedById: actor.userId,
  })
  return {
    entry: corrected,
    audit: {
      action: 'ledger.correct',
      subjectKind: 'journal_entry',
      subjectId: entry.id,
      after: { correctedBy: corrected.id, amountYen: input.contribution.amountYen },
      reason: input.reason,
    },
  }
}

function isSameMoney(entry: EntryInBooks, { contribution }: CorrectEntryInput, ground: GroundData): boolean {
  return isBookedAs(entry, { entryDate: contribution.entryDate, postings: postingsOfContribution(contribution, ground) })
}

/** Whether the books have the entry already as it is wanted: then there is nothing to correct. */
export function isBookedAs(entry: EntryInBooks, { entryDate, postings }: Pick<EntryDraft, 'entryDate' | 'postings'>): boolean {
  return (
    entryDate === entry.entryDate &&
    postings.length === entry.postings.length &&
    postings.every((posting, index) => {
      const booked = entry.postings[index]
      return booked !== undefined && dimensionsOf(posting) === dimensionsOf(booked)
    })
  )
}

/** Everything that a report may read of a posting, as one comparable text. */
function dimensionsOf(posting: PostingDraft): string {
  const { fundingSourceId, campaignId, collectionMethodId, areaId, fundId, duesKindId, duesYear, supporterId } = posting
  const dimensions = [fundingSourceId, campaignId, collectionMethodId, areaId, fundId, duesKindId, duesYear, supporterId]
  return [posting.accountId, posting.amountYen, posting.count ?? 0, ...dimensions.map((each) => each ?? '')].join('|')
}
