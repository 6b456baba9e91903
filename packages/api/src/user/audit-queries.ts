import type { Db } from '@sasaeai/db/database'
import { addDays, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type AuditEventId, id } from '@sasaeai/domain/ids'
import type { AuditSearch } from '@sasaeai/domain/user/audit-search'
import type { AuditValue } from './record-audit-event.ts'

export interface AuditLine {
  readonly id: AuditEventId
  /** An instant in UTC, ISO 8601. */
  readonly at: string
  readonly actorName: string | null
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  /** The person an event is about, where it is about one. */
  readonly subjectName: string | null
  readonly before: AuditValue
  readonly after: AuditValue
  readonly reason: string
}

const pageLength = 50

interface Row extends Omit<AuditLine, 'at' | 'id'> {
  readonly id: string
  readonly at: Date
}

/** One page of the audit log, newest first, with the place where the next one begins (null at the end). */
export async function searchAuditLog({ pool }: Db, search: AuditSearch) {
  const { where, values } = conditions(search)
  const page = withPlace(where, values, search.cursor)
  const [rows, counted] = await Promise.all([
    pool.query<Row>(
      `SELECT e.id, e.at, a.name AS "actorName", e.action, e.subject_kind AS "subjectKind", e.subject_id AS "subjectId",
              s.name AS "subjectName", e.before, e.after, e.reason
         FROM audit_event e
         LEFT JOIN user_account a ON a.id = e.actor_id
         LEFT JOIN user_account s ON e.subject_kind = 'user' AND s.id::text = e.subject_id
        WHERE ${page.where.join(' AND ')}
        ORDER BY e.at DESC, e.id DESC LIMIT ${pageLength + 1}`,
      page.values,
    ),
    pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM audit_event e WHERE ${where.join(' AND ')}`,
      values,
    ),
  ])
  const lines = rows.rows.slice(0, pageLength).map((row): AuditLine => ({ ...row, id: id(row.id), at: row.at.toISOString() }))
  const last = lines.at(-1)
  return {
    lines,
    next: rows.rows.length > pageLength && last !== undefined ? { at: last.at, id: last.id } : null,
    count: counted.rows[0]?.count ?? 0,
  }
}

/** The people whose deeds can be looked for, those who have left included. */
export function listAuditedPeople({ prisma }: Db) {
  return prisma.user.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } })
}

function conditions(search: AuditSearch): { where: string[]; values: unknown[] } {
  const where = ['true']
  const values: unknown[] = []
  const narrow = (condition: (place: string) => string, value: unknown) => {
    if (value === undefined || value === '') return
    values.push(value)
    where.push(condition(`$${values.length}`))
  }
  narrow((place) => `e.at >= ${place}`, startOfDay(search.from))
  narrow((place) => `e.at < ${place}`, search.to === undefined ? undefined : startOfDay(addDays(search.to, 1)))
  narrow((place) => `e.actor_id = ${place}`, search.actorId)
  narrow((place) => `split_part(e.action, '.', 1) = ${place}`, search.thing)
  narrow((place) => `e.subject_id = ${place}`, search.subjectId)
  narrow(
    (place) => `strpos(lower(concat_ws(' ', e.reason, e.before::text, e.after::text)), lower(${place})) > 0`,
    search.text,
  )
  return { where, values }
}

function withPlace(where: readonly string[], values: readonly unknown[], after: AuditSearch['cursor']) {
  if (after == null) return { where: [...where], values: [...values] }
  const place = `(e.at, e.id) < ($${values.length + 1}, $${values.length + 2})`
  return { where: [...where, place], values: [...values, after.at, after.id] }
}

/** Days begin at midnight in Tokyo, which keeps no summer time. */
function startOfDay(day: LocalDate | undefined): string | undefined {
  return day === undefined ? undefined : `${day}T00:00:00+09:00`
}
