import type { IntakePresenceInput } from '@sasaeai/domain/intake/intake-inputs'
import type { IntakeStatus } from '@sasaeai/domain/intake/intake-status'
import type { Actor, Deps } from '../deps.ts'

/** A tab that has not been heard of for so long counts as closed. */
export const presenceSeconds = 30

export interface BatchPresence {
  readonly revision: number
  readonly status: IntakeStatus
  /** Who else has the batch open; the same person in another tab included. */
  readonly others: readonly { readonly name: string; readonly isOneself: boolean }[]
}

/**
 * A tab says that it has a batch open, and hears who else has and which revision is the newest. Null for a batch that
 * is not there. It is a sign of life, not an act: nothing of it enters the audit trail.
 */
export async function noteIntakePresence(
  { db, now }: Deps,
  actor: Actor,
  { batchId, tabId }: IntakePresenceInput,
): Promise<BatchPresence | null> {
  const seenAt = now()
  const oldest = new Date(seenAt.getTime() - presenceSeconds * 1000)
  const { rows } = await db.pool.query<BatchPresence>(presenceSql, [batchId, actor.userId, tabId, seenAt, oldest])
  return rows[0] ?? null
}

const presenceSql = `
  WITH gone AS (DELETE FROM intake_presence WHERE batch_id = $1 AND seen_at < $5),
  here AS (
    INSERT INTO intake_presence (batch_id, user_id, tab_id, seen_at)
    SELECT id, $2, $3, $4 FROM intake_batch WHERE id = $1
    ON CONFLICT (batch_id, tab_id) DO UPDATE SET seen_at = excluded.seen_at, user_id = excluded.user_id)
  SELECT b.revision, b.status, coalesce((
    SELECT json_agg(json_build_object('name', u.name, 'isOneself', u.id = $2) ORDER BY u.name)
    FROM intake_presence p JOIN user_account u ON u.id = p.user_id
    WHERE p.batch_id = b.id AND p.tab_id <> $3 AND p.seen_at >= $5), '[]') AS others
  FROM intake_batch b WHERE b.id = $1`
