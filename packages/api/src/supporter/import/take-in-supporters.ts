import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { id, type SupporterId, type SupporterImportId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { guessedKind, type SupporterPatch } from '@sasaeai/domain/supporter/import/read-supporter-line'
import type { RegisteredSupporter } from '@sasaeai/domain/supporter/import/plan-supporter-import'
import { type SupporterDetails, supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvents } from '../../user/record-audit-event.ts'
import { lockRegistered } from './read-register-for-import.ts'
import { detailsOf, insertRegistered, updateRegistered } from './write-registered.ts'

export interface TakenIn {
  /** Lines that are in, and that were chosen to come in, over all shares. */
  readonly done: number
  readonly total: number
}

/** So many lines share a transaction: a share takes about a second, and what is in stays in when the next one fails. */
const linesOfShare = 1_000

/**
 * Takes in the next share of the chosen lines. It is asked for again until all are in; broken off anywhere, it goes on where it
 * stopped. A supporter who was changed since the lines were compared is not changed on top of that.
 */
export function takeInSupporters(
  deps: Deps,
  actor: Actor,
  importId: SupporterImportId,
): Promise<Outcome<TakenIn, 'import_gone' | 'import_finished' | 'import_nothing_to_do' | 'import_preview_outdated'>> {
  return inTransaction(deps.db, async (tx) => {
    const desk = { deps, actor, tx }
    const [begun] = await tx.$queryRaw<{ finished_at: Date | null; file_name: string }[]>`
      SELECT finished_at, file_name FROM supporter_import WHERE id = ${importId}::uuid FOR UPDATE`
    if (begun === undefined) return fail('import_gone')
    if (begun.finished_at !== null) return fail('import_finished')
    const lines = await tx.$queryRaw<ChosenLine[]>`
      SELECT line_number AS "lineNumber", choice, patch, supporter_id AS "supporterId", revision FROM supporter_import_line
      WHERE import_id = ${importId}::uuid AND choice <> 'leave' AND taken_at IS NULL ORDER BY line_number LIMIT ${linesOfShare}`
    if (lines.length === 0) return fail('import_nothing_to_do')
    const changed = await changeSupporters(desk, importId, lines.filter(({ choice }) => choice === 'update'))
    if (changed === null) return fail('import_preview_outdated')
    const registered = await registerSupporters(desk, importId, lines.filter(({ choice }) => choice === 'create'))
    const progress = await progressOf(tx, importId)
    if (progress.done === progress.total) {
      await tx.supporterImport.update({ where: { id: importId }, data: { finishedAt: deps.now(), bytes: null }, select: { id: true } })
    }
    await recordAuditEvents(deps, tx, [
      ...changed,
      { actor, action: 'supporter.import', subjectKind: 'supporter_import', subjectId: importId, after: { fileName: begun.file_name, added: registered, changed: changed.length } },
    ])
    return succeed(progress)
  }, { isolation: 'ReadCommitted' })
}

interface ChosenLine {
  readonly lineNumber: number
  readonly choice: 'create' | 'update'
  readonly patch: SupporterPatch
  readonly supporterId: SupporterId | null
  readonly revision: number | null
}

/** Numbers follow the lines of the file. */
async function registerSupporters({ deps, tx }: Desk, importId: SupporterImportId, lines: readonly ChosenLine[]): Promise<number> {
  const numbers = await tx.$queryRaw<{ number: number }[]>`
    SELECT take_number('supporter', 0) AS number FROM generate_series(1, ${lines.length}::int)`
  const rows = lines.map(({ lineNumber, patch }, index) => {
    const number = numbers[index]?.number
    if (number === undefined) throw new Error('the counter gave too few supporter numbers')
    const details = supporterDetailsSchema.parse({ ...patch, kind: patch.kind ?? guessedKind(patch.name ?? '') })
    return { lineNumber, supporterId: id<'SupporterId'>(deps.newId()), number, details }
  })
  await insertRegistered(tx, rows, deps.now())
  await tx.$executeRaw`
    UPDATE supporter_import_line l SET supporter_id = r.id, revision = 1, taken_at = ${deps.now()}
    FROM jsonb_to_recordset(${JSON.stringify(rows.map(({ lineNumber, supporterId }) => ({ lineNumber, id: supporterId })))}::jsonb) AS r("lineNumber" int, id uuid)
    WHERE l.import_id = ${importId}::uuid AND l.line_number = r."lineNumber"`
  return rows.length
}

type AuditNotes = Parameters<typeof recordAuditEvents>[2]

/** Null when somebody was changed, or merged, since the lines were compared. */
async function changeSupporters({ deps, actor, tx }: Desk, importId: SupporterImportId, lines: readonly ChosenLine[]): Promise<AuditNotes | null> {
  const supporters = new Map((await lockRegistered(tx, lines.flatMap(({ supporterId }) => (supporterId === null ? [] : [supporterId])))).map((each) => [each.supporterId, each]))
  const changes: { line: ChosenLine; before: RegisteredSupporter; details: SupporterDetails }[] = []
  for (const line of lines) {
    const before = line.supporterId === null ? undefined : supporters.get(line.supporterId)
    if (before === undefined || before.isMerged || before.revision !== line.revision) return null
    changes.push({ line, before, details: { ...detailsOf(before), ...line.patch } })
  }
  const revisions = await updateRegistered(tx, changes.map(({ before, details }) => ({ supporterId: before.supporterId, number: before.number, details })))
  await tx.$executeRaw`
    UPDATE supporter_import_line l SET before = r.before, revision = r.revision, taken_at = ${deps.now()}
    FROM jsonb_to_recordset(${JSON.stringify(changes.map(({ line, before }) => ({
      lineNumber: line.lineNumber, before: detailsOf(before), revision: revisions.get(before.supporterId),
    })))}::jsonb) AS r("lineNumber" int, before jsonb, revision int)
    WHERE l.import_id = ${importId}::uuid AND l.line_number = r."lineNumber"`
  return changes.map(({ before, details }) => ({
    actor, action: 'supporter.update', subjectKind: 'supporter', subjectId: before.supporterId, ...changedFields(detailsOf(before), details),
  }))
}

async function progressOf(tx: Tx, importId: SupporterImportId): Promise<TakenIn> {
  const [progress] = await tx.$queryRaw<TakenIn[]>`
    SELECT count(taken_at)::int AS done, count(*)::int AS total FROM supporter_import_line WHERE import_id = ${importId}::uuid AND choice <> 'leave'`
  return progress ?? { done: 0, total: 0 }
}
