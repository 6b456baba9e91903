import type { Tx } from '@sasaeai/db/in-transaction'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import type { Actor, Deps } from '../../deps.ts'
import { newestGiftNote } from './newest-gift-note.ts'

/** Says of a corrected gift what was said of the one whose place it takes; of 基本金組入額 no more than the gift now has. */
export async function copyGiftSchedule(desk: { deps: Deps; actor: Actor; tx: Tx }, { from, to, amountYen }: { from: JournalEntryId; to: JournalEntryId; amountYen: number }): Promise<void> {
  const { deps, actor, tx } = desk
  const note = await newestGiftNote(tx, from)
  if (note === null) return
  const { attribute, section, capitalYen } = note
  const most = BigInt(amountYen)
  await tx.giftScheduleNote.create({ data: { id: deps.newId(), entryId: to, attribute, section, capitalYen: capitalYen > most ? most : capitalYen, recordedById: actor.userId } })
}
