import type { Db } from '@sasaeai/db/database'
import type { JournalExportId } from '@sasaeai/domain/ids'
import type { ExportedEntry, ExportedPosting } from '@sasaeai/domain/ledger/journal-export/journal-lines'
import { type WaitingEntries, waitingCondition, waitingValues } from './waiting-entries.ts'

/**
 * Entries at a time: whatever is exported, only so many stand in memory. So few that they are gone before the collector of
 * young objects takes them for old ones: what is old stays until there is far more of it.
 */
const chunkLength = 100

const entryColumns = `e.fiscal_year AS "fiscalYear", e.entry_number AS "entryNumber", e.entry_date AS "entryDate", e.kind, e.description,
  (SELECT json_agg(json_build_object('accountId', p.account_id, 'amountYen', p.amount_yen, 'subAccounts', json_build_object(
      'source', p.funding_source_id, 'campaign', p.campaign_id, 'fund', p.fund_id, 'dues_kind', p.dues_kind_id)) ORDER BY p.line_number)
    FROM posting p WHERE p.entry_id = e.id) AS postings`

type EntryRow = Omit<ExportedEntry, 'postings'> & { readonly postings: readonly ExportedPosting[] }

/** What would go out, in the order of 伝票番号, a chunk at a time. */
export async function* readWaitingEntries({ pool }: Pick<Db, 'pool'>, waiting: WaitingEntries): AsyncGenerator<readonly ExportedEntry[]> {
  let after = { fiscalYear: 0, entryNumber: 0 }
  for (;;) {
    const { rows } = await pool.query<EntryRow>(
      `SELECT ${entryColumns} FROM (
         SELECT e.* FROM journal_entry e WHERE (e.fiscal_year, e.entry_number) > ($4::int, $5::int) AND ${waitingCondition}
         ORDER BY e.fiscal_year, e.entry_number LIMIT ${chunkLength}) e
       ORDER BY e.fiscal_year, e.entry_number`,
      [...waitingValues(waiting), after.fiscalYear, after.entryNumber],
    )
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    after = last
  }
}

/** What went out in an export, in the order of its file. */
export async function* readEntriesOfExport({ pool }: Pick<Db, 'pool'>, exportId: JournalExportId): AsyncGenerator<readonly ExportedEntry[]> {
  for (let first = 1; ; first += chunkLength) {
    const { rows } = await pool.query<EntryRow>(
      `SELECT ${entryColumns} FROM journal_export_entry x JOIN journal_entry e ON e.id = x.entry_id
       WHERE x.export_id = $1 AND x.position BETWEEN $2::int AND $3::int ORDER BY x.position`,
      [exportId, first, first + chunkLength - 1],
    )
    if (rows.length === 0) return
    yield rows
  }
}
