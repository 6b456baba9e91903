import { id } from '@sasaeai/domain/ids'
import {
  type ContributionProblem,
  contributionSchema,
  problemOfContribution,
} from '@sasaeai/domain/ledger/contribution'
import type { EntryDraft } from '@sasaeai/domain/ledger/entry-draft'
import { entryOfContribution } from '@sasaeai/domain/ledger/entry-of-contribution'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { z } from 'zod'
import type { Actor, Deps } from '../deps.ts'
import { entryOfSource } from './entry-of-source.ts'
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
  const entry = entryOfContribution(input, ground, {
    id: id(deps.newId()),
    sourceKind: 'desk',
    sourceId: input.slipId,
    postedById: actor.userId,
  })
  try {
    return succeed(await postEntryAlone(deps, actor, { entry, audit: auditOfSlip(entry, input) }))
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    if (refusal.code !== 'already_posted') return refusal
    const first = await entryOfSource(deps.db.prisma, entry)
    return first === null ? refusal : succeed(first)
  }
}

function auditOfSlip(entry: EntryDraft, { amountYen, entryDate }: PostContributionInput) {
  return { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entry.id, after: { entryDate, amountYen } }
}
