import type { JournalSpan } from '@sasaeai/domain/ledger/journal-export/journal-export-input'
import { type ExportedEntry, journalCells, unmappedAccounts } from '@sasaeai/domain/ledger/journal-export/journal-lines'
import type { JournalSnapshot } from '@sasaeai/domain/ledger/journal-export/journal-profile'
import { succeed } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { journalSnapshot } from './journal-snapshot.ts'
import { readWaitingEntries } from './read-exported-entries.ts'
import { waitingEntries } from './waiting-entries.ts'

/** An entry with characters that the file's encoding cannot carry. */
interface UnwritableEntry {
  readonly fiscalYear: number
  readonly entryNumber: number
  readonly characters: string
}

const shownLines = 20
const mostNamed = 50

/**
 * What an export would be: its first lines as the file will hold them, its totals, what of the accounts has no
 * counterpart, and which entries hold characters that the encoding cannot carry. Reads all of it, as the file would be.
 */
export async function previewJournalExport(deps: Deps, span: JournalSpan) {
  const snapshot = await journalSnapshot(deps.db, span.profileId)
  if (!snapshot.ok) return snapshot
  const form = snapshot.value
  const findUnwritable = await unwritableIn(form)
  const seen = { entries: 0, postings: 0, debitYen: 0, creditYen: 0 }
  const accountIds = new Set<string>()
  const lines: (string | number)[][] = []
  const unwritable: UnwritableEntry[] = []
  for await (const entries of readWaitingEntries(deps.db, await waitingEntries(deps.db, span))) {
    for (const entry of entries) {
      seen.entries += 1
      for (const { accountId, amountYen } of entry.postings) {
        accountIds.add(accountId)
        seen.postings += 1
        seen.debitYen += Math.max(amountYen, 0)
        seen.creditYen += Math.max(-amountYen, 0)
      }
      if (lines.length < shownLines) lines.push(...journalCells(entry, form))
      if (unwritable.length < mostNamed) unwritable.push(...findUnwritable(entry))
    }
  }
  return succeed({
    ...seen,
    headings: form.mapping.columns.map(({ heading }) => heading),
    lines: lines.slice(0, shownLines),
    unmapped: unmappedAccounts(accountIds, form.mapping).map((accountId) => form.names.accounts[accountId] ?? { code: '', name: '' }).toSorted((left, right) => left.code.localeCompare(right.code)),
    requiresAccounts: form.mapping.requiresAccounts,
    unwritable,
    exportedAlready: await countExported(deps, span),
  })
}

/** Of an entry, the characters that CP932 lacks; nothing where the file is UTF-8. */
async function unwritableIn(form: JournalSnapshot): Promise<(entry: ExportedEntry) => UnwritableEntry[]> {
  if (form.encoding !== 'cp932') return () => []
  const { inCp932Form, isInCp932, notInCp932 } = await import('@sasaeai/documents/cp932-text')
  return (entry) => {
    const text = inCp932Form(journalCells(entry, form).flat().join(' '))
    if (isInCp932(text)) return []
    return [{ fiscalYear: entry.fiscalYear, entryNumber: entry.entryNumber, characters: notInCp932(text).join('、') }]
  }
}

/** How many entries of the span went out before. */
async function countExported({ db }: Deps, { firstDay, lastDay }: JournalSpan): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM journal_export_entry x JOIN journal_entry e ON e.id = x.entry_id
     WHERE ($1::date IS NULL OR e.entry_date >= $1::date) AND e.entry_date <= $2::date`,
    [firstDay, lastDay],
  )
  return rows[0]?.count ?? 0
}
