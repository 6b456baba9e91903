import type { Db } from '@sasaeai/db/database'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { id, type JournalExportProfileId } from '@sasaeai/domain/ids'
import { type JournalProfileDetails, journalProfileDetailsSchema } from '@sasaeai/domain/ledger/journal-export/journal-profile-details'

export interface JournalProfileRow extends JournalProfileDetails {
  readonly id: JournalExportProfileId
  /** What it began as: `yayoi`, `fukushi_daijin`, `tkc`, `zaimu_ace` or `own`. */
  readonly preset: string
  readonly revision: number
  readonly closedOn: LocalDate | null
}

/** Every 列の割り当て, those out of use included. */
export async function listJournalProfiles({ prisma }: Pick<Db, 'prisma'>): Promise<JournalProfileRow[]> {
  const rows = await prisma.journalExportProfile.findMany({ orderBy: { code: 'asc' } })
  return rows.map((row) => ({
    ...journalProfileDetailsSchema.parse(row),
    id: id<'JournalExportProfileId'>(row.id),
    preset: row.preset,
    revision: row.revision,
    closedOn: fromNullableDateColumn(row.closedOn),
  }))
}
