import { createHash } from 'node:crypto'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { type DocumentKind, documentKinds } from '@sasaeai/domain/document/document-kind'
import type { DocumentProblem } from '@sasaeai/domain/document/document-run'
import { id, type UserId } from '@sasaeai/domain/ids'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { claimRun, type RunClaim } from './claim-run.ts'
import type { MadePaper, PaperMakers } from './paper-maker.ts'
import { RunStopped, trackProgress } from './track-progress.ts'

interface DueRun {
  readonly kind: DocumentKind
  readonly input: object
  readonly requestedAt: Date
  readonly requestedById: UserId
  readonly takes: number
}

interface RunWork {
  readonly deps: Deps
  readonly makers: PaperMakers
  readonly runId: string
}

/** What was begun three times and never ended brings servers down: it is not begun again. */
const mostTakes = 3

/**
 * Makes the papers of one run, if nobody else is at it. Answers with the fault that ended it, for the log, or null.
 * Until the file is stored nothing is final: whoever is stopped in between leaves a run that is done anew from its
 * beginning, and storing the file and finishing the run are one transaction on the connection that holds the claim.
 */
export async function workOffRun(work: RunWork): Promise<unknown> {
  const claim = await claimRun(work.deps.db, work.runId)
  if (claim === null) return null
  try {
    const run = await takeRun(claim, work.runId)
    return run === null ? null : await makeAndStore(claim, run, work)
  } finally {
    claim.release()
  }
}

/** Null when the run was finished or called off meanwhile. */
async function takeRun(claim: RunClaim, runId: string): Promise<DueRun | null> {
  const { rows } = await claim.query<Omit<DueRun, 'kind'> & { kind: string }>(
    `UPDATE document_run SET status = 'running', takes = takes + 1, done_count = 0, problems = '[]'
     WHERE id = $1 AND status IN ('waiting', 'running') RETURNING kind, input, requested_at AS "requestedAt", requested_by_id AS "requestedById", takes`,
    [runId],
  )
  const row = rows[0]
  return row === undefined ? null : { ...row, kind: z.enum(documentKinds).parse(row.kind) }
}

async function makeAndStore(claim: RunClaim, run: DueRun, { deps, makers, runId }: RunWork): Promise<unknown> {
  const progress = trackProgress(deps, {
    run: { runId: id(runId), requestedAt: run.requestedAt, requestedById: run.requestedById },
    day: localDateInTokyo(run.requestedAt),
  })
  if (run.takes > mostTakes) {
    return giveUp(claim, { deps, runId }, [whole('何度か始めましたが、途中で止まりました。管理者に相談してください。')])
  }
  try {
    const paper = await makers[run.kind].make(progress.desk, { kind: run.kind, ...run.input })
    const problems = progress.problems()
    if (paper === null) return await giveUp(claim, { deps, runId }, [...problems, whole('紙にするものがありませんでした。')])
    return await storeAndFinish(claim, { deps, runId }, { paper, problems })
  } catch (error) {
    if (error instanceof RunStopped) return null
    await giveUp(claim, { deps, runId }, [...progress.problems(), whole('作成できませんでした。もう一度お試しください。')])
    return error
  }
}

const whole = (message: string): DocumentProblem => ({ subject: '', message })

async function giveUp(claim: RunClaim, { deps, runId }: { deps: Deps; runId: string }, problems: readonly DocumentProblem[]): Promise<null> {
  await claim.query(
    `UPDATE document_run SET status = 'failed', finished_at = $2, problems = $3 WHERE id = $1 AND status = 'running'`,
    [runId, deps.now(), JSON.stringify(problems)],
  )
  return null
}

async function storeAndFinish(
  claim: RunClaim,
  { deps, runId }: { deps: Deps; runId: string },
  { paper, problems }: { paper: MadePaper; problems: readonly DocumentProblem[] },
): Promise<null> {
  const bytes = Buffer.from(paper.bytes)
  const sha256 = createHash('sha256').update(bytes).digest()
  const values = [deps.newId(), paper.fileName, paper.mediaType, sha256, bytes, deps.now(), runId, JSON.stringify(problems), deps.newId(), paper.handedOut?.action ?? null, JSON.stringify(paper.handedOut?.after ?? {})]
  // One statement: a run that was called off meanwhile stores nothing.
  await claim.query(
    `WITH going AS (SELECT id, requested_by_id FROM document_run WHERE id = $7 AND status = 'running' FOR UPDATE),
       told AS (INSERT INTO audit_event (id, at, actor_id, action, subject_kind, subject_id, after, reason)
         SELECT $9::uuid, $6, requested_by_id, $10, 'document_run', id::text, $11::jsonb, '' FROM going WHERE $10::text IS NOT NULL),
       kept AS (INSERT INTO stored_document (id, file_name, media_type, sha256, bytes, created_at)
         SELECT $1::uuid, $2, $3, $4, $5, $6::timestamptz FROM going RETURNING id)
     UPDATE document_run r SET status = 'done', document_id = kept.id, finished_at = $6, problems = $8::jsonb, done_count = total_count
     FROM kept WHERE r.id = $7`,
    values,
  )
  return null
}
