import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { SupporterId } from '@sasaeai/domain/ids'
import {
  type DuplicateEvidence, duplicateEvidenceIn, duplicateEvidencePoints, mostWithOneClue,
} from '@sasaeai/domain/supporter/merge/duplicate-score'
import type { SupporterPair } from '@sasaeai/domain/supporter/merge/merge-input'
import type { Deps } from '../../deps.ts'
import { readSupporter, type RecordedSupporter } from '../list-supporters.ts'
import { idsOfSupporter } from '../merged-supporter-sql.ts'
import { duplicatePairs } from './duplicate-sql.ts'

/** One of two supporters, with what hangs on the record. */
export interface ComparedSupporter extends RecordedSupporter {
  /** Money that came in by this name, in yen, and in how many entries. */
  readonly receivedYen: number
  readonly entries: number
  readonly lastEntryOn: LocalDate | null
  readonly receipts: number
  /** Rows that a merge would move, by `table.column`. */
  readonly movable: Readonly<Record<string, number>>
}

export interface Comparison {
  readonly first: ComparedSupporter
  readonly second: ComparedSupporter
  /** What speaks for and against; empty where hardly anything does. */
  readonly evidence: readonly DuplicateEvidence[]
  readonly isApart: boolean
}

/** Two supporters side by side, or null where one of them is not there. */
export async function readComparison(deps: Deps, { firstId, secondId }: SupporterPair): Promise<Comparison | null> {
  const { pool } = deps.db
  const [first, second, found, apart] = await Promise.all([
    compared(deps, firstId),
    compared(deps, secondId),
    pool.query<{ evidence: string[] }>(duplicatePairs, [JSON.stringify(duplicateEvidencePoints), 0, mostWithOneClue, [firstId, secondId]]),
    pool.query('SELECT 1 FROM supporter_apart WHERE first_id = least($1::uuid, $2::uuid) AND second_id = greatest($1::uuid, $2::uuid)', [firstId, secondId]),
  ])
  if (first === null || second === null) return null
  return { first, second, evidence: duplicateEvidenceIn(found.rows[0]?.evidence ?? []), isApart: apart.rows.length > 0 }
}

async function compared(deps: Deps, supporterId: SupporterId): Promise<ComparedSupporter | null> {
  const [recorded, books, movable] = await Promise.all([
    readSupporter(deps, supporterId),
    deps.db.pool.query<Pick<ComparedSupporter, 'receivedYen' | 'entries' | 'lastEntryOn' | 'receipts'>>(
      `SELECT coalesce(-sum(p.amount_yen), 0)::bigint AS "receivedYen", count(DISTINCT p.entry_id) AS entries, max(p.entry_date) AS "lastEntryOn",
         (SELECT count(*) FROM receipt r WHERE r.supporter_id = ANY ${idsOfSupporter('$1::uuid')}) AS receipts
       FROM posting p WHERE p.supporter_id = ANY ${idsOfSupporter('$1::uuid')} AND p.funding_source_id IS NOT NULL`,
      [supporterId],
    ),
    countMovable(deps, supporterId),
  ])
  const [sums] = books.rows
  return recorded === null || sums === undefined ? null : { ...recorded, ...sums, movable }
}

/** Asked of the catalogue like the merge itself, so that nothing is moved that was not shown. */
async function countMovable({ db }: Deps, supporterId: SupporterId): Promise<Record<string, number>> {
  const { rows: references } = await db.pool.query<{ name: string; question: string }>(
    `SELECT table_name || '.' || column_name AS name, format('SELECT %L AS name, count(*) AS count FROM %I WHERE %I = $1',
       table_name || '.' || column_name, table_name, column_name) AS question FROM supporter_references() WHERE moves`,
  )
  const { rows } = await db.pool.query<{ name: string; count: number }>(references.map(({ question }) => question).join(' UNION ALL '), [supporterId])
  return Object.fromEntries(rows.filter(({ count }) => count > 0).map(({ name, count }) => [name, count]))
}
