import type { Tx } from '@sasaeai/db/in-transaction'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { type EntryInBooks, readPostedEntry } from '../../ledger/read-posted-entry.ts'

/**
 * The entry that stands for a payment now: the one that it is known by, or what staff has put in its place (黒伝). Null when
 * somebody has reversed it and put nothing there.
 */
export async function readStandingEntry(tx: Tx, entryId: JournalEntryId): Promise<EntryInBooks | null> {
  const [row] = await tx.$queryRaw<{ id: JournalEntryId }[]>`
    WITH RECURSIVE later AS (
      SELECT e.id FROM journal_entry e WHERE e.id = ${entryId}::uuid
      UNION ALL SELECT c.id FROM later l JOIN journal_entry c ON c.corrects_entry_id = l.id)
    SELECT l.id FROM later l WHERE NOT EXISTS (SELECT 1 FROM journal_entry x WHERE x.reverses_entry_id = l.id)`
  return row === undefined ? null : readPostedEntry(tx, row.id)
}
