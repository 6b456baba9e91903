import type { JournalProfileDetails } from '@sasaeai/domain/ledger/journal-export/journal-profile-details'
import { journalProfileDetailsSchema } from '@sasaeai/domain/ledger/journal-export/journal-profile-details'
import { type GroundTable, groundRowOf } from '../../council/ground-table.ts'

const columns = { code: true, name: true, encoding: true, lineEnding: true, hasHeader: true, isVerified: true, mapping: true, revision: true } as const

/** 列の割り当て. One that something was exported by is taken out of use, never deleted: the database refuses it. */
export const journalProfileTable: GroundTable<JournalProfileDetails> = {
  subjectKind: 'journal_profile',
  async read(tx, profileId) {
    const row = await tx.journalExportProfile.findUnique({ where: { id: profileId }, select: columns })
    if (row === null) return null
    const { revision, ...details } = row
    return groundRowOf({ ...journalProfileDetailsSchema.parse(details), revision })
  },
  insert: (tx, profileId, details) => tx.journalExportProfile.create({ data: { id: profileId, ...details } }),
  update: (tx, profileId, details) => tx.journalExportProfile.update({ where: { id: profileId }, data: details }),
  setClosedOn: (tx, profileId, closedOn) => tx.journalExportProfile.update({ where: { id: profileId }, data: { closedOn } }),
  remove: (tx, profileId) => tx.journalExportProfile.delete({ where: { id: profileId } }),
}
