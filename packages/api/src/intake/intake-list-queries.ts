import { jsonInstant } from '@sasaeai/db/json-instant'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { IntakeBatchId } from '@sasaeai/domain/ids'
import type { IntakeListInput } from '@sasaeai/domain/intake/intake-inputs'
import type { IntakeStatus } from '@sasaeai/domain/intake/intake-status'
import type { Deps } from '../deps.ts'
import { presenceSeconds } from './intake-presence.ts'

/** A batch in the list. */
export interface ListedBatch {
  readonly batchId: IntakeBatchId
  readonly status: IntakeStatus
  readonly revision: number
  readonly fiscalYear: number | null
  readonly intakeNumber: number | null
  readonly receivedOn: LocalDate | null
  readonly bearer: string
  readonly areaName: string | null
  readonly note: string
  /** Lines typed and what they add up to, in yen. */
  readonly count: number
  readonly totalYen: number
  readonly controlTotalYen: number | null
  readonly updatedByName: string
  /** ISO instant. */
  readonly updatedAt: string
  readonly submittedByName: string | null
  /** Who has it open at this moment. */
  readonly editorNames: readonly string[]
}

export interface IntakeList {
  readonly rows: readonly ListedBatch[]
  /** Where the next page begins; null after the last one. */
  readonly next: IntakeListInput['cursor']
  /** Of everything the filter lets through. */
  readonly count: number
  readonly totalYen: number
}

const filterSql = `b.status = $1::intake_status
  AND ($2::date IS NULL OR b.received_on >= $2) AND ($3::date IS NULL OR b.received_on <= $3)
  AND ($4 = '' OR strpos(lower(concat_ws(' ', b.bearer, b.note, a.name, b.intake_number)), lower($4)) > 0)`

/** Batches of one status, the last changed first, with count and total of all that the filter lets through. */
export async function listIntakeBatches({ db, now }: Deps, input: IntakeListInput): Promise<IntakeList> {
  const filter = [input.status, input.from, input.to, input.text.trim()]
  const [page, sums] = await Promise.all([
    db.pool.query<ListedBatch>(pageSql, [
      ...filter,
      input.cursor?.updatedAt ?? null,
      input.cursor?.batchId ?? null,
      input.limit + 1,
      new Date(now().getTime() - presenceSeconds * 1000),
    ]),
    db.pool.query<{ count: number; totalYen: number }>(sumsSql, filter),
  ])
  const rows = page.rows.slice(0, input.limit)
  const last = rows.at(-1)
  const hasMore = page.rows.length > input.limit && last !== undefined
  return {
    rows,
    next: hasMore ? { updatedAt: last.updatedAt, batchId: last.batchId } : null,
    count: sums.rows[0]?.count ?? 0,
    totalYen: sums.rows[0]?.totalYen ?? 0,
  }
}

const pageSql = `
  SELECT b.id AS "batchId", b.status, b.revision, b.fiscal_year AS "fiscalYear", b.intake_number AS "intakeNumber",
    b.received_on AS "receivedOn", b.bearer, a.name AS "areaName", b.note,
    coalesce((b.draft -> 'typed' ->> 'count')::int, 0) AS count,
    coalesce((b.draft -> 'typed' ->> 'totalYen')::bigint, 0) AS "totalYen",
    b.control_total_yen AS "controlTotalYen", u.name AS "updatedByName",
    ${jsonInstant('b.updated_at')} AS "updatedAt",
    s.name AS "submittedByName",
    ARRAY(SELECT DISTINCT e.name FROM intake_presence p JOIN user_account e ON e.id = p.user_id
      WHERE p.batch_id = b.id AND p.seen_at > $8 ORDER BY e.name) AS "editorNames"
  FROM intake_batch b JOIN user_account u ON u.id = b.updated_by_id
    LEFT JOIN user_account s ON s.id = b.submitted_by_id LEFT JOIN area a ON a.id = b.area_id
  WHERE ${filterSql} AND ($5::timestamptz IS NULL OR (b.updated_at, b.id) < ($5, $6::uuid))
  ORDER BY b.updated_at DESC, b.id DESC LIMIT $7`

const sumsSql = `
  SELECT count(*)::int AS count, coalesce(sum((b.draft -> 'typed' ->> 'totalYen')::bigint), 0)::bigint AS "totalYen"
  FROM intake_batch b LEFT JOIN area a ON a.id = b.area_id WHERE ${filterSql}`

/** How many batches wait in each status, for the tabs of the list. */
export async function countIntakeBatches({ db }: Deps): Promise<Record<'draft' | 'submitted', number>> {
  const { rows } = await db.pool.query<{ draft: number; submitted: number }>(
    `SELECT count(*) FILTER (WHERE status = 'draft')::int AS draft,
       count(*) FILTER (WHERE status = 'submitted')::int AS submitted
     FROM intake_batch WHERE status IN ('draft', 'submitted')`,
  )
  return rows[0] ?? { draft: 0, submitted: 0 }
}
