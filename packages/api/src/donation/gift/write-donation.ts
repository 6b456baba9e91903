import type { Tx } from '@sasaeai/db/in-transaction'
import { type DonationDetails, detailsOfKind } from '@sasaeai/domain/donation/gift/donation-details'
import type { JournalEntryId, PledgeInstalmentId, SupporterId } from '@sasaeai/domain/ids'

/** Writes down what is known of a gift, in place of what was known before. */
export async function writeDonation(tx: Tx, entryId: JournalEntryId, details: DonationDetails): Promise<void> {
  const known = detailsOfKind(details)
  await tx.donation.upsert({ where: { entryId }, create: { entryId, ...known }, update: known })
}

/** Whether a gift of this supporter can be counted for the instalment: it is theirs, and still promised. */
export async function isInstalmentOf(tx: Tx, instalmentId: PledgeInstalmentId, supporterId: SupporterId | null): Promise<boolean> {
  if (supporterId === null) return false
  return (await tx.pledgeInstalment.count({ where: { id: instalmentId, pledge: { endedOn: null, supporter: { OR: [{ id: supporterId }, { merged: { some: { id: supporterId } } }] } } } })) > 0
}
