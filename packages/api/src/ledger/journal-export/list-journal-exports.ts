import type { Db } from '@sasaeai/db/database'
import { fromDateColumn, fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { id, type JournalExportId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'

export interface JournalExportRow {
  readonly id: JournalExportId
  readonly exportNumber: number
  readonly profileName: string
  /** Null: from the first entry on. */
  readonly firstDay: LocalDate | null
  readonly lastDay: LocalDate
  readonly entries: number
  readonly postings: number
  readonly debitYen: Yen
  readonly sha256: string
  readonly exportedAt: string
  readonly exportedBy: string
}

/** Every export, the newest first. */
export async function listJournalExports({ prisma }: Pick<Db, 'prisma'>): Promise<JournalExportRow[]> {
  const rows = await prisma.journalExport.findMany({
    orderBy: { exportNumber: 'desc' },
    omit: { profile: true },
    include: { profileRow: { select: { name: true } }, exportedBy: { select: { name: true } } },
  })
  return rows.map((row) => ({
    id: id<'JournalExportId'>(row.id),
    exportNumber: row.exportNumber,
    profileName: row.profileRow.name,
    firstDay: fromNullableDateColumn(row.firstDay),
    lastDay: fromDateColumn(row.lastDay),
    entries: row.entries,
    postings: row.postings,
    debitYen: yenFromColumn(row.debitYen),
    sha256: row.sha256,
    exportedAt: row.exportedAt.toISOString(),
    exportedBy: row.exportedBy.name,
  }))
}
