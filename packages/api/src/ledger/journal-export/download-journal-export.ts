import { createHash } from 'node:crypto'
import type { JournalExportId } from '@sasaeai/domain/ids'
import type { JournalSnapshot } from '@sasaeai/domain/ledger/journal-export/journal-profile'
import type { Actor, Deps } from '../../deps.ts'
import { recordExport } from '../../user/record-export.ts'
import { readEntriesOfExport } from './read-exported-entries.ts'
import { writeJournalFile } from './write-journal-file.ts'

/** A file of an export, to be sent. */
export interface JournalFile {
  readonly exportNumber: number
  readonly isCp932: boolean
  readonly chunks: AsyncGenerator<Uint8Array>
}

/** The file of an export, the same bytes as when it was made; null where there is no such export. The audit trail knows who took it. */
export async function downloadJournalExport(deps: Deps, actor: Actor, exportId: JournalExportId): Promise<JournalFile | null> {
  const row = await deps.db.prisma.journalExport.findUnique({ where: { id: exportId } })
  if (row === null) return null
  const { exportNumber, sha256 } = row
  // What makeJournalExport kept, which nothing changes.
  const form = row.profile as unknown as JournalSnapshot
  await recordExport(deps, actor, { action: 'journal_export.download', subjectKind: 'journal_export', subjectId: exportId, after: { exportNumber } })
  const chunks = provedBySum(writeJournalFile(readEntriesOfExport(deps.db, exportId), form), sha256)
  return { exportNumber, isCp932: form.encoding === 'cp932', chunks }
}

/**
 * Holds the last chunk back until the whole is known to be what was exported.
 * @throws Error otherwise: the download then breaks off instead of ending as another file.
 */
async function* provedBySum(chunks: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let held: Uint8Array | undefined
  for await (const bytes of chunks) {
    hash.update(bytes)
    if (held !== undefined) yield held
    held = bytes
  }
  if (hash.digest('hex') !== sha256) throw new Error('the file of an export is no longer the one that was made')
  if (held !== undefined) yield held
}
