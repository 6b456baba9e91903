import type { Tx } from '@sasaeai/db/in-transaction'
import type { EntrySourceKind } from '@sasaeai/domain/ledger/entry-draft'
import type { PostedEntry } from './post-entries.ts'

/** The entry that an act of this kind and id has become; null when it has not been booked. */
export async function entryOfSource(
  tx: Pick<Tx, '$queryRaw'>,
  { sourceKind, sourceId }: { readonly sourceKind: EntrySourceKind; readonly sourceId: string },
): Promise<PostedEntry | null> {
  const [entry] = await tx.$queryRaw<PostedEntry[]>`
    SELECT id, fiscal_year AS "fiscalYear", entry_number AS "entryNumber" FROM journal_entry
    WHERE source_kind = ${sourceKind} AND source_id = ${sourceId}`
  return entry ?? null
}
