import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { succeed, type Success } from '@sasaeai/domain/outcome/outcome'
import { duplicateEvidencePoints, leastDuplicateScore, mostWithOneClue } from '@sasaeai/domain/supporter/merge/duplicate-score'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { duplicatePairs } from './duplicate-sql.ts'

/** More candidates than a council looks at in a year; the best are kept. */
const mostCandidates = 2_000

/** 候補をさがす: looks through the whole register and keeps what it finds in place of what was found before. */
export function searchDuplicates(deps: Deps, actor: Actor): Promise<Success<{ candidates: number }>> {
  return inTransaction(deps.db, async (tx) => {
    const candidates = await searchWithin(tx, { searchedAt: deps.now(), searchedById: actor.userId })
    await recordAuditEvent(deps, tx, {
      actor,
      action: 'supporter.search_duplicates',
      subjectKind: 'supporter',
      subjectId: 'all',
      after: { candidates },
    })
    return succeed({ candidates })
  }, { isolation: 'ReadCommitted' })
}

async function searchWithin(tx: Tx, search: { searchedAt: Date; searchedById: string }): Promise<number> {
  // The one row of the search is the lock: a second search waits, and then looks again.
  await tx.duplicateSearch.update({ where: { id: 1 }, data: search })
  await tx.$executeRaw`DELETE FROM duplicate_candidate`
  // A million clues are gathered in memory instead of on disk, for this one statement.
  await tx.$executeRaw`SET LOCAL work_mem = '96MB'`
  return tx.$executeRawUnsafe(
    `INSERT INTO duplicate_candidate (first_id, second_id, score, evidence)
       SELECT * FROM (${duplicatePairs}) found ORDER BY score DESC, first_id, second_id LIMIT ${mostCandidates}`,
    JSON.stringify(duplicateEvidencePoints), leastDuplicateScore, mostWithOneClue, null,
  )
}
