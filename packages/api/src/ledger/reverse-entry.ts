import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { id } from '@sasaeai/domain/ids'
import type { ReverseEntryInput } from '@sasaeai/domain/ledger/reversal'
import { reversalOfEntry } from '@sasaeai/domain/ledger/reversal-of-entry'
import { fail, type Failure, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { type LedgerRefusal, ledgerRefusalOf } from './ledger-refusal.ts'
import { type EntryToPost, postEntries, type PostedEntry } from './post-entries.ts'
import { type EntryInBooks, readPostedEntry } from './read-posted-entry.ts'

/**
 * 取消: posts the entry that undoes another one (赤伝). The first entry stays as it is; only its twin with the
 * opposite signs is added, on a date in an open month.
 */
export async function reverseEntry(
  deps: Deps,
  actor: Actor,
  input: ReverseEntryInput,
): Promise<Outcome<PostedEntry, LedgerRefusal | 'entry_not_found' | 'reversal_of_relief' | 'reversal_of_goodwill'>> {
  try {
    return await inTransaction(deps.db, (tx) => postReversal({ deps, actor, tx }, input), postedIsFinal)
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    return refusalOfReversal(refusal, 'reversalDate')
  }
}

/**
 * What is posted does not change, and that it is reversed once a unique index decides: no stronger isolation is needed.
 * One would have to begin again with every post that takes a number meanwhile, on a busy day for ever.
 */
export const postedIsFinal = { isolation: 'ReadCommitted' } as const

/** The same as a part of a larger act. @throws PostgreSQL's refusal. */
export async function postReversal(
  desk: { deps: Deps; actor: Actor; tx: Tx },
  input: ReverseEntryInput,
): Promise<Outcome<PostedEntry, 'entry_not_found' | 'reversal_of_relief' | 'reversal_of_goodwill'>> {
  const entry = await readPostedEntry(desk.tx, input.entryId)
  if (entry === null) return fail('entry_not_found')
  // Its reason is chosen, because what is written freely may name somebody (grant/relief/undo-relief).
  if (entry.isRelief) return fail('reversal_of_relief')
  // The goods go back in the same act (goodwill-bank/act/undo-goodwill-act).
  if (entry.isOfGoodwill) return fail('reversal_of_goodwill')
  const [reversal] = await postEntries(desk, [reversalOf(entry, { ...desk, input })])
  if (reversal === undefined) throw new Error('the reversal was not answered for')
  return succeed(reversal)
}

/** A refusal in the words of a reversal: `dateField` is the input field that holds the refused date. */
export function refusalOfReversal(refusal: Failure<LedgerRefusal>, dateField: string): Failure<LedgerRefusal> {
  // A second reversal carries the same source as the first one, so the database may name either rule.
  if (refusal.code === 'already_posted') return fail('already_reversed')
  return refusal.code === 'period_closed' ? { ...refusal, field: dateField } : refusal
}

/** The reversal of an entry, ready to be posted. */
export function reversalOf(
  entry: EntryInBooks,
  { deps, actor, input }: { deps: Deps; actor: Actor; input: ReverseEntryInput },
): EntryToPost {
  const reversal = reversalOfEntry(entry, {
    id: id(deps.newId()),
    date: input.reversalDate,
    reason: input.reason,
    postedById: actor.userId,
  })
  return {
    entry: reversal,
    audit: {
      action: 'ledger.reverse',
      subjectKind: 'journal_entry',
      subjectId: entry.id,
      after: { reversedBy: reversal.id, reversalDate: input.reversalDate },
      reason: input.reason,
    },
  }
}
