import type { Db } from '@sasaeai/db/database'
import { addDays, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type AuditEventId, id } from '@sasaeai/domain/ids'
import type { AuditFilter, AuditSearch } from '@sasaeai/domain/user/audit-search'
import type { Deps } from '../deps.ts'
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

/** What the ids in events stand for, id by name. It comes from where all terms are known. */
export type AuditNames = (deps: Deps) => Promise<(readonly [id: string, name: string])[]>

const pageLength = 50

interface Row extends Omit<AuditLine, 'at' | 'id'> {
  readonly id: string
  readonly at: Date
}

/** One page of the audit log, newest first, with the place where the next one begins (null at the end). */
export async function searchAuditLog(db: Db, search: AuditSearch) {
  const [rows, count] = await Promise.all([readAuditLines(db, search, pageLength + 1), countAuditEvents(db, search)])
  const lines = rows.slice(0, pageLength)
  const last = lines.at(-1)
  return { lines, next: rows.length > pageLength && last !== undefined ? placeOf(last) : null, count }
}

/** The first lines after the place that the search names, newest first. */
export async function readAuditLines({ pool }: Db, search: AuditSearch, limit: number): Promise<AuditLine[]> {
  const { where, values } = conditions(search)
  const page = withPlace(where, values, search.cursor)
  const { rows } = await pool.query<Row>(
    `SELECT e.id, e.at, a.name AS "actorName", e.action, e.subject_kind AS "subjectKind", e.subject_id AS "subjectId",
            s.name AS "subjectName", e.before, e.after, e.reason
       FROM audit_event e
       LEFT JOIN user_account a ON a.id = e.actor_id
       LEFT JOIN user_account s ON e.subject_kind = 'user' AND s.id::text = e.subject_id
      WHERE ${page.where.join(' AND ')}
      ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`,
    page.values,
  )
  return rows.map((row) => ({ ...row, id: id(row.id), at: row.at.toISOString() }))
}

/** How many events the filter lets through. */
export async function countAuditEvents({ pool }: Db, filter: AuditFilter): Promise<number> {
  const { where, values } = conditions(filter)
  const { rows } = await pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM audit_event e WHERE ${where.join(' AND ')}`, values)
  return rows[0]?.count ?? 0
}

/** Where the line after this one is looked for. */
export function placeOf({ at, id: eventId }: AuditLine): NonNullable<AuditSearch['cursor']> {
  return { at, id: eventId }
}

/** The people whose deeds can be looked for, those who have left included. */
export function listAuditedPeople({ prisma }: Db) {
  return prisma.user.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } })
}

function conditions(search: AuditFilter): { where: string[]; values: unknown[] } {
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
