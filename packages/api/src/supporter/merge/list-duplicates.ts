import type { SupporterId } from '@sasaeai/domain/ids'
import type { DuplicateListInput } from '@sasaeai/domain/supporter/merge/merge-input'
import { type DuplicateEvidence, duplicateEvidenceIn } from '@sasaeai/domain/supporter/merge/duplicate-score'
import type { SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import type { Deps } from '../../deps.ts'
import { survivorOf } from '../merged-supporter-sql.ts'

/** One side of a candidate, with what tells people apart. */
export interface DuplicateSide {
  readonly supporterId: SupporterId
  readonly number: number
  readonly kind: SupporterKind
  readonly name: string
  readonly kana: string
  readonly phone: string
  readonly address: string
}

export interface DuplicateCandidate {
  readonly first: DuplicateSide
  readonly second: DuplicateSide
  /** 0 to 100. */
  readonly score: number
  readonly evidence: readonly DuplicateEvidence[]
}

export interface DuplicatePage {
  readonly rows: readonly DuplicateCandidate[]
  readonly next: DuplicateListInput['cursor']
  /** Over all pages; only the first one counts. */
  readonly count: number | null
  /** When the register was last looked through; null before the first time. */
  readonly searchedAt: string | null
  /** Pairs that are marked 別人. */
  readonly apartCount: number
}

/** Candidates of the last search, but those that were merged or marked 別人 since, the likeliest first. */
export async function listDuplicates({ db }: Deps, { cursor, limit }: DuplicateListInput): Promise<DuplicatePage> {
  const [page, about] = await Promise.all([
    db.pool.query<Omit<DuplicateCandidate, 'evidence'> & { evidence: string[] }>(
      `SELECT c.score, c.evidence, ${sideColumns('a')} AS first, ${sideColumns('b')} AS second
       ${openCandidates} AND ($1::int IS NULL OR (-c.score, c.first_id, c.second_id) > (-$1::int, $2::uuid, $3::uuid))
       ORDER BY c.score DESC, c.first_id, c.second_id LIMIT $4`,
      [cursor?.score ?? null, cursor?.firstId ?? null, cursor?.secondId ?? null, limit + 1],
    ),
    db.pool.query<{ count: number; searchedAt: Date | null; apartCount: number }>(
      `SELECT (SELECT count(*) ${openCandidates}) AS count, (SELECT searched_at FROM duplicate_search WHERE id = 1) AS "searchedAt",
         (SELECT count(*) FROM supporter_apart) AS "apartCount"`,
    ),
  ])
  const rows = page.rows.slice(0, limit).map((row) => ({ ...row, evidence: duplicateEvidenceIn(row.evidence) }))
  const last = rows.at(-1)
  const goesOn = page.rows.length > rows.length && last !== undefined
  const [found] = about.rows
  return {
    rows,
    next: goesOn ? { score: last.score, firstId: last.first.supporterId, secondId: last.second.supporterId } : null,
    count: cursor === null ? (found?.count ?? 0) : null,
    searchedAt: found?.searchedAt?.toISOString() ?? null,
    apartCount: found?.apartCount ?? 0,
  }
}

/** A mark for two holds for whom they have become. */
const openCandidates = `FROM duplicate_candidate c
  JOIN supporter a ON a.id = c.first_id AND a.merged_into_id IS NULL JOIN supporter b ON b.id = c.second_id AND b.merged_into_id IS NULL
  WHERE (c.first_id, c.second_id) NOT IN (
    SELECT least(x, y), greatest(x, y) FROM (SELECT ${survivorOf('d.first_id')} AS x, ${survivorOf('d.second_id')} AS y FROM supporter_apart d) marked)`

function sideColumns(table: 'a' | 'b'): string {
  return `json_build_object('supporterId', ${table}.id, 'number', ${table}.number, 'kind', ${table}.kind, 'name', ${table}.name,
    'kana', ${table}.kana, 'phone', ${table}.phone, 'address', ${table}.address)`
}
