import type { Db } from '@sasaeai/db/database'
import type { JournalExportProfileId } from '@sasaeai/domain/ids'
import { journalProfileDetailsSchema } from '@sasaeai/domain/ledger/journal-export/journal-profile-details'
import type { JournalSnapshot } from '@sasaeai/domain/ledger/journal-export/journal-profile'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import { readJournalNames } from './read-journal-names.ts'

/** The profile with today's names: all that a file needs besides its entries. */
export async function journalSnapshot(db: Db, profileId: JournalExportProfileId): Promise<Outcome<JournalSnapshot, 'row_gone' | 'journal_profile_closed'>> {
  const row = await db.prisma.journalExportProfile.findUnique({ where: { id: profileId } })
  if (row === null) return fail('row_gone')
  if (row.closedOn !== null) return fail('journal_profile_closed')
  const { name, encoding, lineEnding, hasHeader, mapping } = journalProfileDetailsSchema.parse(row)
  return succeed({ name, encoding, lineEnding, hasHeader, mapping, names: await readJournalNames(db, mapping.subAccount) })
}
