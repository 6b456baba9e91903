import { jsonInstant } from '@sasaeai/db/json-instant'
import type { SupporterId, SupporterMergeId } from '@sasaeai/domain/ids'
import type { MergeListInput } from '@sasaeai/domain/supporter/merge/merge-input'
import type { Deps } from '../../deps.ts'
import type { MergedSupporter } from '../list-supporters.ts'

/** One merge in the history. */
export interface MergeLine {
  readonly mergeId: SupporterMergeId
  readonly survivor: MergedSupporter
  readonly merged: MergedSupporter
  readonly reason: string
  readonly mergedAt: string
  readonly mergedBy: string
  /** Null while it stands. */
  readonly undoneAt: string | null
  readonly undoneBy: string | null
  readonly undoReason: string
  /** Whether it can be undone now: the survivor has not been merged further since. */
  readonly isUndoable: boolean
  /** Rows that were moved and rows that stayed, by `table.column`. */
  readonly moved: Readonly<Record<string, number>>
  readonly stayed: Readonly<Record<string, number>>
}

export interface MergePage {
  readonly rows: readonly MergeLine[]
  readonly next: MergeListInput['cursor']
}

/** 名寄せの履歴, the newest first. */
export async function listMerges({ db }: Deps, { cursor, limit }: MergeListInput): Promise<MergePage> {
  const { rows } = await db.pool.query<MergeLine>(
    `${mergeColumns} WHERE $1::timestamptz IS NULL OR (g.merged_at, g.id) < ($1::timestamptz, $2::uuid)
     ORDER BY g.merged_at DESC, g.id DESC LIMIT $3`,
    [cursor?.mergedAt ?? null, cursor?.mergeId ?? null, limit + 1],
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const goesOn = rows.length > shown.length && last !== undefined
  return { rows: shown, next: goesOn ? { mergedAt: last.mergedAt, mergeId: last.mergeId } : null }
}

/** The merges of which a supporter is a part, whichever side it was. */
export async function mergesOfSupporter({ db }: Deps, supporterId: SupporterId): Promise<MergeLine[]> {
  const { rows } = await db.pool.query<MergeLine>(
    `${mergeColumns} WHERE g.survivor_id = $1 OR g.merged_id = $1 ORDER BY g.merged_at DESC, g.id DESC LIMIT 100`,
    [supporterId],
  )
  return rows
}

const mergeColumns = `
  SELECT g.id AS "mergeId", ${namesOf('s')} AS survivor, ${namesOf('m')} AS merged, g.reason,
      ${jsonInstant('g.merged_at')} AS "mergedAt", u.name AS "mergedBy",
      ${jsonInstant('g.undone_at')} AS "undoneAt", v.name AS "undoneBy", g.undo_reason AS "undoReason",
      g.undone_at IS NULL AND m.merged_into_id = g.survivor_id AS "isUndoable",
      ${countsOf('NOT')} AS moved, ${countsOf('')} AS stayed
    FROM supporter_merge g JOIN supporter s ON s.id = g.survivor_id JOIN supporter m ON m.id = g.merged_id
      JOIN user_account u ON u.id = g.merged_by_id LEFT JOIN user_account v ON v.id = g.undone_by_id`

function namesOf(table: 's' | 'm'): string {
  return `json_build_object('supporterId', ${table}.id, 'number', ${table}.number, 'name', ${table}.name)`
}

function countsOf(not: 'NOT' | ''): string {
  return `(SELECT coalesce(json_object_agg(name, count), '{}') FROM (
    SELECT r.table_name || '.' || r.column_name AS name, count(*)::int AS count FROM supporter_merge_row r
      WHERE r.merge_id = g.id AND ${not} r.has_stayed GROUP BY 1) counted)`
}
