import type { WorkbookColumn } from '@sasaeai/documents/write-workbook'
import { fullClockTimeInTokyo } from '@sasaeai/domain/calendar/clock-time'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { ExportFormat } from '@sasaeai/domain/document/export-format'
import { fail } from '@sasaeai/domain/outcome/outcome'
import { auditActorText, auditReasonText } from '@sasaeai/domain/user/audit-line-words'
import type { AuditFilter } from '@sasaeai/domain/user/audit-search'
import { auditFieldLines } from '@sasaeai/domain/user/audit-value-text'
import { auditActionName, auditThingName } from '@sasaeai/domain/user/audit-vocabulary'
import type { Actor, Deps } from '../deps.ts'
import { type AuditLine, type AuditNames, countAuditEvents, placeOf, readAuditLines } from '../user/audit-queries.ts'
import { recordExport } from '../user/record-export.ts'
import { type ExportOutcome, tableFile } from './table-file.ts'

/** A workbook is put together in memory: more events than this go out as CSV in UTF-8, which is streamed. */
const mostEvents = 20_000
/** So few at a time that what they carry, which may be much, does not stand in memory for all of them. */
const chunkLength = 100

const columns: readonly WorkbookColumn[] = [
  { heading: '日付', kind: 'date' }, { heading: '時刻' }, { heading: '行った人' }, { heading: 'したこと' }, { heading: '対象' }, { heading: '対象の人' }, { heading: '前' }, { heading: '後' },
  { heading: '理由' }, { heading: '対象の番号' },
]

interface AuditLogAsking {
  readonly filter: AuditFilter
  readonly format: ExportFormat
  readonly namesOf: AuditNames
}

/** 監査ログ as the filters narrow it, newest first, in a clerk's words. It names people, so whoever takes it leaves a trace. */
export async function exportAuditLog(deps: Deps, actor: Actor, asked: AuditLogAsking): Promise<ExportOutcome<'audit_log_too_long'>> {
  const { filter, format } = asked
  if ((await countAuditEvents(deps.db, filter)) > mostEvents) return fail('audit_log_too_long', { about: mostEvents.toLocaleString('ja-JP') })
  const rows: string[][] = []
  for await (const chunk of auditRows(deps, asked)) rows.push(...chunk)
  const written = await tableFile(auditLogName(deps), [{ name: '監査ログ', columns, rows }], format)
  if (written.ok) await noteExport(deps, actor, { filter, rows: rows.length })
  return written
}

/**
 * The same as CSV in UTF-8, a chunk of events at a time: however long the log is, only a chunk stands in memory. The log knows
 * who took how much before the first byte leaves, whether or not the reader stays to the end.
 */
export async function* streamAuditLog(deps: Deps, actor: Actor, { filter, namesOf }: Omit<AuditLogAsking, 'format'>): AsyncGenerator<Uint8Array> {
  // Loaded with the first file: a start does not wait for it, an idle server does not carry it.
  const { csvEncoder } = await import('@sasaeai/documents/write-csv')
  const count = await countAuditEvents(deps.db, filter)
  const encoder = csvEncoder({ headings: columns.map(({ heading }) => heading), encoding: 'utf-8-bom' })
  let isNoted = false
  for await (const rows of auditRows(deps, { filter, format: 'csv', namesOf })) {
    // After the first chunk is read, so that the file does not tell of itself.
    if (!isNoted) await noteExport(deps, actor, { filter, rows: count })
    isNoted = true
    const written = encoder.encode(rows)
    if (!written.ok) throw new Error('UTF-8 carries every character')
    yield written.bytes
  }
}

/** Of the file, without its ending. */
export function auditLogName({ now }: Pick<Deps, 'now'>): string {
  return `監査ログ_${localDateInTokyo(now())}`
}

/** What was taken out, and by which conditions. */
function noteExport(deps: Deps, actor: Actor, { filter, rows }: { readonly filter: AuditFilter; readonly rows: number }): Promise<void> {
  const narrowing = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '')
  return recordExport(deps, actor, { action: 'audit_log.export', subjectKind: 'audit_log', subjectId: auditLogName(deps), after: { rows, ...Object.fromEntries(narrowing) } })
}

/** The lines of the file, a chunk at a time; one empty chunk where there are none. */
async function* auditRows(deps: Deps, { filter, format, namesOf }: AuditLogAsking): AsyncGenerator<string[][]> {
  const namesById = new Map(await namesOf(deps))
  let chunk: AuditLine[] = []
  do {
    const last = chunk.at(-1)
    chunk = await readAuditLines(deps.db, { ...filter, cursor: last && placeOf(last) }, chunkLength)
    yield chunk.map((line) => cellsOf(line, { namesById, format }))
  } while (chunk.length === chunkLength)
}

function cellsOf(line: AuditLine, { namesById, format }: { namesById: ReadonlyMap<string, string>; format: ExportFormat }): string[] {
  const at = new Date(line.at)
  const told = (record: unknown) => inOneCell(auditFieldLines(record, namesById).join('\n'), format)
  return [
    localDateInTokyo(at), fullClockTimeInTokyo(at), auditActorText(line.actorName), auditActionName(line.action), auditThingName(line.subjectKind), line.subjectName ?? '',
    told(line.before), told(line.after), auditReasonText(line.reason), line.subjectId,
  ]
}

/** What one cell of Excel holds is 32,767 characters; more makes it call the whole file broken. */
const mostInCell = 32_000

function inOneCell(text: string, format: ExportFormat): string {
  return format !== 'xlsx' || text.length <= mostInCell ? text : `${text.slice(0, mostInCell)}…（長いのでここまでです。CSVには全文が入ります）`
}
