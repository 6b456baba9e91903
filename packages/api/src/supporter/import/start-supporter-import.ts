import { createHash } from 'node:crypto'
import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { id, type SupporterImportId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { guessedColumns, type SupporterColumn, supporterColumns } from '@sasaeai/domain/supporter/import/supporter-import-columns'
import type { MapImportInput, StartImportInput } from '@sasaeai/domain/supporter/import/supporter-import-input'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { faultOfColumns, type ImportPlanFailure, planImportOfSupporters, readRegisterFile } from './plan-import-of-supporters.ts'

/**
 * Keeps a file and compares its lines with the register; nothing is registered yet. What its columns mean is what was said of the
 * last file with the same headings, else what the headings say.
 */
export async function startSupporterImport(
  deps: Deps,
  actor: Actor,
  { fileName, file }: StartImportInput,
): Promise<Outcome<{ importId: SupporterImportId }, ImportPlanFailure>> {
  const bytes = Buffer.from(file, 'base64')
  const read = await readRegisterFile(bytes)
  if (!read.ok) return read
  const { headings, lines } = read.value
  const importId = id<'SupporterImportId'>(deps.newId())
  const sha256 = createHash('sha256').update(bytes).digest()
  return inTransaction(deps.db, async (tx) => {
    const columns = (await rememberedColumns(tx, headings)) ?? guessedColumns(headings)
    await tx.supporterImport.create({
      data: {
        id: importId, fileName, bytes, sha256, headings: [...headings], samples: [...(lines[0]?.cells ?? [])], columns: columns.map((column) => column ?? ''),
        startedAt: deps.now(), startedById: actor.userId,
      },
    })
    // A file without a column for names is kept all the same: which one it is can be said afterwards.
    if (faultOfColumns(columns) === null) await planImportOfSupporters(deps, tx, { importId, file: read.value, columns })
    await recordAuditEvent(deps, tx, {
      actor, action: 'supporter_import.start', subjectKind: 'supporter_import', subjectId: importId,
      after: { fileName, sizeBytes: bytes.length, sha256: sha256.toString('hex'), count: lines.length },
    })
    return succeed({ importId })
  }, { isolation: 'ReadCommitted' })
}

async function rememberedColumns(tx: Tx, headings: readonly string[]): Promise<(SupporterColumn | null)[] | null> {
  const last = await tx.supporterImport.findFirst({ where: { headings: { equals: [...headings] } }, orderBy: { startedAt: 'desc' }, select: { columns: true } })
  return last === null ? null : last.columns.map((column) => supporterColumns.find((each) => each === column) ?? null)
}

/** Says anew what the columns mean, or compares anew with a register that has changed; what was chosen for lines is forgotten. */
export function mapSupporterImport(
  deps: Deps,
  { importId, columns }: MapImportInput,
): Promise<Outcome<null, ImportPlanFailure | 'import_gone' | 'import_finished'>> {
  const fault = faultOfColumns(columns)
  if (fault !== null) return Promise.resolve(fault)
  return inTransaction(deps.db, async (tx) => {
    const begun = await lockImport(tx, importId)
    if (begun === null) return fail('import_gone')
    if (begun.bytes === null) return fail('import_finished')
    const read = await readRegisterFile(begun.bytes)
    if (!read.ok) return read
    await tx.supporterImport.update({ where: { id: importId }, data: { columns: columns.map((column) => column ?? '') }, select: { id: true } })
    await planImportOfSupporters(deps, tx, { importId, file: read.value, columns })
    return succeed(null)
  }, { isolation: 'ReadCommitted' })
}

/** The row of an import, locked: who else works on it waits. Its file is there until the first line is taken in. */
async function lockImport(tx: Tx, importId: SupporterImportId): Promise<{ bytes: Uint8Array | null } | null> {
  const [row] = await tx.$queryRaw<{ bytes: Uint8Array | null }[]>`
    SELECT CASE WHEN EXISTS (SELECT 1 FROM supporter_import_line l WHERE l.import_id = i.id AND l.taken_at IS NOT NULL) THEN NULL ELSE i.bytes END AS bytes
    FROM supporter_import i WHERE i.id = ${importId}::uuid FOR UPDATE`
  return row ?? null
}
