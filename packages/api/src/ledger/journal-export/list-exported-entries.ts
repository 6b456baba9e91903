import type { Db } from '@sasaeai/db/database'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { JournalEntryId, JournalExportId } from '@sasaeai/domain/ids'
import type { EntryKind } from '@sasaeai/domain/ledger/entry-draft'
import type { Yen } from '@sasaeai/domain/money/yen'

export interface ExportedEntryRow {
  readonly entryId: JournalEntryId
  readonly position: number
  readonly fiscalYear: number
  readonly entryNumber: number
  readonly entryDate: LocalDate
  readonly kind: EntryKind
  readonly description: string
  readonly debitYen: Yen
}

const pageLength = 50

/** A page of the entries that went out in an export, in the order of its file. */
export async function listExportedEntries(
  { pool }: Pick<Db, 'pool'>,
  { exportId, cursor }: { readonly exportId: JournalExportId; readonly cursor?: number | null | undefined },
): Promise<{ readonly rows: readonly ExportedEntryRow[]; readonly nextCursor: number | null }> {
  const { rows } = await pool.query<ExportedEntryRow>(
    `SELECT e.id AS "entryId", x.position, e.fiscal_year AS "fiscalYear", e.entry_number AS "entryNumber", e.entry_date AS "entryDate", e.kind, e.description,
       (SELECT sum(greatest(p.amount_yen, 0)) FROM posting p WHERE p.entry_id = e.id)::bigint AS "debitYen"
     FROM journal_export_entry x JOIN journal_entry e ON e.id = x.entry_id
     WHERE x.export_id = $1 AND x.position > $2::int ORDER BY x.position LIMIT ${pageLength + 1}`,
    [exportId, cursor ?? 0],
  )
  const shown = rows.slice(0, pageLength)
  return { rows: shown, nextCursor: rows.length > pageLength ? (shown.at(-1)?.position ?? null) : null }
}
