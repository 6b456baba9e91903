import { createHash } from 'node:crypto'
import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { sqlStateOf } from '@sasaeai/db/sql-state'
import { id, type JournalExportId } from '@sasaeai/domain/ids'
import type { MakeJournalExportInput } from '@sasaeai/domain/ledger/journal-export/journal-export-input'
import { type ExportedEntry, unmappedAccounts } from '@sasaeai/domain/ledger/journal-export/journal-lines'
import type { JournalSnapshot } from '@sasaeai/domain/ledger/journal-export/journal-profile'
import { fail, type Failure, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { journalSnapshot } from './journal-snapshot.ts'
import { readWaitingEntries } from './read-exported-entries.ts'
import { type WaitingEntries, waitingCondition, waitingEntries, waitingValues } from './waiting-entries.ts'
import { JournalFileRefused, writeJournalFile } from './write-journal-file.ts'

type Refusal = 'row_gone' | 'journal_profile_closed' | 'journal_export_empty' | 'journal_export_changed' | 'journal_export_accounts' | 'journal_export_characters'

interface Written {
  readonly entries: number
  readonly postings: number
  readonly debitYen: number
  readonly sha256: string
}

/**
 * 書き出しをつくる. The file is written once beforehand, to nowhere, however long that takes; then one transaction
 * takes a number, which makes other exports wait, and keeps exactly those entries. Where somebody has exported one of them
 * meanwhile, or the preview said something else, nothing happens and the person is told.
 */
export async function makeJournalExport(deps: Deps, actor: Actor, input: MakeJournalExportInput): Promise<Outcome<{ readonly exportId: JournalExportId; readonly exportNumber: number }, Refusal>> {
  const { span } = input
  const snapshot = await journalSnapshot(deps.db, span.profileId)
  if (!snapshot.ok) return snapshot
  const waiting = await waitingEntries(deps.db, span)
  const written = await writeToNowhere(deps, waiting, snapshot.value)
  if ('code' in written) return written
  if (written.entries !== input.entries || written.debitYen !== input.debitYen) return fail('journal_export_changed')
  return inTransaction(deps.db, async (tx) => {
    const exportNumber = await takeNumber(tx)
    const exportId = id<'JournalExportId'>(deps.newId())
    const { entries, postings, debitYen, sha256 } = written
    await tx.journalExport.create({
      data: {
        id: exportId, exportNumber, profileId: span.profileId, profile: JSON.parse(JSON.stringify(snapshot.value)),
        firstDay: span.firstDay === null ? null : toDateColumn(span.firstDay), lastDay: toDateColumn(span.lastDay),
        entries, postings, debitYen: BigInt(debitYen), sha256, exportedAt: deps.now(), exportedById: actor.userId,
      },
    })
    // Entries that somebody has exported since are missing here: the whole is then given up, with its number.
    if ((await keepEntries(tx, exportId, waiting)) !== entries) return fail('journal_export_changed')
    await recordAuditEvent(deps, tx, {
      actor, action: 'journal_export.create', subjectKind: 'journal_export', subjectId: exportId,
      after: { exportNumber, profileId: span.profileId, entries, postings, debitYen, sha256 },
    })
    return succeed({ exportId, exportNumber })
  }, { isolation: 'ReadCommitted', mayTakeMinutes: true }).catch((error: unknown) => {
    // The database has found by itself that other entries wait than those which were written.
    if (sqlStateOf(error) === 'SA001') return fail('journal_export_changed')
    throw error
  })
}

async function writeToNowhere(deps: Deps, waiting: WaitingEntries, form: JournalSnapshot): Promise<Written | Failure<Refusal>> {
  const hash = createHash('sha256')
  const seen = { entries: 0, postings: 0, debitYen: 0 }
  const accountIds = new Set<string>()
  const counted = counting(readWaitingEntries(deps.db, waiting), ({ postings }) => {
    seen.entries += 1
    seen.postings += postings.length
    for (const { accountId, amountYen } of postings) {
      accountIds.add(accountId)
      seen.debitYen += Math.max(amountYen, 0)
    }
  })
  try {
    for await (const bytes of writeJournalFile(counted, form)) hash.update(bytes)
  } catch (error) {
    if (error instanceof JournalFileRefused) return error.failure
    throw error
  }
  if (seen.entries === 0) return fail('journal_export_empty')
  const unmapped = form.mapping.requiresAccounts ? unmappedAccounts(accountIds, form.mapping) : []
  if (unmapped.length > 0) return fail('journal_export_accounts', { about: unmapped.map((accountId) => form.names.accounts[accountId]?.name ?? '').join('、') })
  return { ...seen, sha256: hash.digest('hex') }
}

async function* counting(chunks: AsyncIterable<readonly ExportedEntry[]>, see: (entry: ExportedEntry) => void): AsyncGenerator<readonly ExportedEntry[]> {
  for await (const entries of chunks) {
    entries.forEach(see)
    yield entries
  }
}

/** The row of the counter is locked until the transaction ends, so that exports come one after the other. */
async function takeNumber(tx: Tx): Promise<number> {
  const [taken] = await tx.$queryRaw<{ number: number }[]>`SELECT take_number('journal_export', 0) AS number`
  if (taken === undefined) throw new Error('no number was given')
  return taken.number
}

/**
 * Keeps what waits as the entries of the export, and answers how many they are. They are all gathered before the first is
 * kept: planned as one join, each entry would be looked for among all that were kept just before it.
 */
function keepEntries(tx: Tx, exportId: JournalExportId, waiting: WaitingEntries): Promise<number> {
  return tx.$executeRawUnsafe(
    `INSERT INTO journal_export_entry (entry_id, export_id, position)
     SELECT waiting.entry_id, $4::uuid, waiting.position
     FROM unnest((SELECT array_agg(e.id ORDER BY e.fiscal_year, e.entry_number) FROM journal_entry e WHERE ${waitingCondition})) WITH ORDINALITY AS waiting(entry_id, position)`,
    ...waitingValues(waiting), exportId,
  )
}
