import type { WorkbookColumn } from '@sasaeai/documents/write-workbook'
import { fullClockTimeInTokyo } from '@sasaeai/domain/calendar/clock-time'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { AsFile, ExportFormat } from '@sasaeai/domain/document/export-format'
import { fail } from '@sasaeai/domain/outcome/outcome'
import { auditActorText, auditReasonText } from '@sasaeai/domain/user/audit-line-words'
import type { AuditFilter } from '@sasaeai/domain/user/audit-search'
import { auditFieldLines } from '@sasaeai/domain/user/audit-value-text'
import { auditActionName, auditThingName } from '@sasaeai/domain/user/audit-vocabulary'
import type { Actor, Deps } from '../deps.ts'
import { type AuditLine, type AuditNames, countAuditEvents, placeOf, readAuditLines } from '../user/audit-queries.ts'
import { recordExport } from '../user/record-export.ts'
import { type ExportOutcome, tableFile } from './table-file.ts'

/** A file is put together in memory: more events than this are asked to be narrowed down. */
const mostEvents = 20_000
/** So few at a time that what they carry, which may be much, does not stand in memory for all of them. */
const chunkLength = 100

const columns: readonly WorkbookColumn[] = [
  { heading: '日付', kind: 'date' }, { heading: '時刻' }, { heading: '行った人' }, { heading: 'したこと' }, { heading: '対象' }, { heading: '対象の人' }, { heading: '前' }, { heading: '後' },
  { heading: '理由' }, { heading: '対象の番号' },
]

interface AuditLogAsking {
  readonly asked: AsFile<AuditFilter>
  readonly namesOf: AuditNames
}

/** 監査ログ as the filters narrow it, newest first, in a clerk's words. It names people, so whoever takes it leaves a trace. */
export async function exportAuditLog(deps: Deps, actor: Actor, { asked: { format, ...filter }, namesOf }: AuditLogAsking): Promise<ExportOutcome<'audit_log_too_long'>> {
  if ((await countAuditEvents(deps.db, filter)) > mostEvents) return fail('audit_log_too_long', { about: mostEvents.toLocaleString('ja-JP') })
  const namesById = new Map(await namesOf(deps))
  const rows: string[][] = []
  let chunk: AuditLine[] = []
  do {
    const last = chunk.at(-1)
    chunk = await readAuditLines(deps.db, { ...filter, cursor: last && placeOf(last) }, chunkLength)
    rows.push(...chunk.map((line) => cellsOf(line, { namesById, format })))
  } while (chunk.length === chunkLength)
  const name = `監査ログ_${localDateInTokyo(deps.now())}`
  const written = await tableFile(name, [{ name: '監査ログ', columns, rows }], format)
  if (written.ok) await recordExport(deps, actor, { action: 'audit_log.export', subjectKind: 'audit_log', subjectId: name, after: { rows: rows.length, ...narrowingOf(filter) } })
  return written
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

function narrowingOf(filter: AuditFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])))
}
