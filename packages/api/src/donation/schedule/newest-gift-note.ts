import type { Tx } from '@sasaeai/db/in-transaction'
import type { JournalEntryId } from '@sasaeai/domain/ids'

/** What was said last of where 寄附金収益明細書 counts a gift; null where nobody has said anything. */
export function newestGiftNote(tx: Pick<Tx, 'giftScheduleNote'>, entryId: JournalEntryId) {
  return tx.giftScheduleNote.findFirst({ where: { entryId }, orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }] })
}
