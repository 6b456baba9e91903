import type { Deps } from '../../deps.ts'
import { answerCall } from './answer-call.ts'

/** How long a giver who waits for a pay page has the call to themselves, in milliseconds; and how long nobody else takes up what one has taken up. */
const headStart = 60_000

/**
 * Takes up calls that were written down and not answered: the server was killed before it asked, or the answer was lost.
 * Whoever takes one up puts its next turn off in the same statement, so that two servers seldom ask for the same; where they
 * do, the key is the same.
 * @returns how many were asked for, so that the worker comes back while there are more.
 */
export async function takeUpCalls(deps: Deps, most = 10): Promise<number> {
  const now = deps.now().getTime()
  const { rows } = await deps.db.pool.query<{ callId: string }>(
    `UPDATE gateway_call SET due_at = $1 WHERE id IN (
        SELECT id FROM gateway_call WHERE state = 'wanted' AND due_at <= $2 AND (kind <> 'checkout' OR wanted_at <= $3) ORDER BY due_at LIMIT $4 FOR UPDATE SKIP LOCKED)
      RETURNING id AS "callId"`,
    [new Date(now + headStart), new Date(now), new Date(now - headStart), most],
  )
  for (const { callId } of rows) await answerCall(deps, callId)
  return rows.length
}
