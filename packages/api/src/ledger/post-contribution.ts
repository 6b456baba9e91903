import { type JournalEntryId, journalEntryIdSchema } from '@sasaeai/domain/ids'
import {
  type ContributionProblem,
  contributionSchema,
  postingsOfContribution,
  problemOfContribution,
} from '@sasaeai/domain/ledger/contribution'
import { describeContribution } from '@sasaeai/domain/ledger/describe-contribution'
import type { EntryDraft } from '@sasaeai/domain/ledger/entry-draft'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { normalizeForSearch } from '@sasaeai/domain/text/search-text'
import { z } from 'zod'
import type { Actor, Deps } from '../deps.ts'
import { type LedgerRefusal, ledgerRefusalOf } from './ledger-refusal.ts'
import { postEntryAlone, type PostedEntry } from './post-entries.ts'
import { readGroundData } from './read-ground-data.ts'

/** One slip at the counter. `slipId` is made by the form: sending the same slip twice books it once. */
export const postContributionSchema = contributionSchema.extend({ slipId: z.uuid() })
export type PostContributionInput = z.infer<typeof postContributionSchema>

/**
 * Books one payment that came in by itself (1件受付).
 *
 * A repeated slip (a double click, a lost answer) is answered with the entry it became the first time.
 */
export async function postContribution(
  deps: Deps,
  actor: Actor,
  input: PostContributionInput,
): Promise<Outcome<PostedEntry, ContributionProblem | LedgerRefusal>> {
  const ground = await readGroundData(deps.db)
  const problem = problemOfContribution(input, ground)
  if (problem !== null) return fail(problem.code, { field: problem.field })
  const entry = entryOfSlip(deps, actor, { input, ground })
  try {
    return succeed(await postEntryAlone(deps, actor, { entry, audit: auditOfSlip(entry, input) }))
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    if (refusal.code !== 'already_posted') return refusal
    const first = await entryOfSource(deps, 'desk', input.slipId)
    return first === null ? refusal : succeed(first)
  }
}

function entryOfSlip(
  deps: Deps,
  actor: Actor,
  { input, ground }: { input: PostContributionInput; ground: GroundData },
): EntryDraft {
  const description = describeContribution(input, ground)
  return {
    id: journalEntryIdSchema.parse(deps.newId()),
    entryDate: input.entryDate,
    kind: 'receipt',
    payerId: input.supporterId,
    description,
    sourceKind: 'desk',
    sourceId: input.slipId,
    postedById: actor.userId,
    searchText: normalizeForSearch(description),
    postings: postingsOfContribution(input, ground),
  }
}

function auditOfSlip(entry: EntryDraft, { amountYen, entryDate }: PostContributionInput) {
  return { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entry.id, after: { entryDate, amountYen } }
}

async function entryOfSource(deps: Deps, sourceKind: string, sourceId: string): Promise<PostedEntry | null> {
  const { rows } = await deps.db.pool.query<PostedEntry & { id: JournalEntryId }>(
    `SELECT id, fiscal_year AS "fiscalYear", entry_number AS "entryNumber" FROM journal_entry
     WHERE source_kind = $1 AND source_id = $2`,
    [sourceKind, sourceId],
  )
  return rows[0] ?? null
}
