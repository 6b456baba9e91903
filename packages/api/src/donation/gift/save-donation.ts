import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { sqlStateOf } from '@sasaeai/db/sql-state'
import { type DonationDetails, detailsOfKind, donationDetailsSchema, type SaveDonationInput } from '@sasaeai/domain/donation/gift/donation-details'
import { supporterIdSchema } from '@sasaeai/domain/id-schemas'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { isInstalmentOf, writeDonation } from './write-donation.ts'

type SaveDonationFailure = 'gift_not_found' | 'gift_details_meanwhile' | 'gift_kind_of_goods' | 'gift_receipted' | 'instalment_unusable'

/** Completes a gift, or puts right what is known of it. The money itself is put right by 訂正, in the books. */
export async function saveDonation(deps: Deps, actor: Actor, input: SaveDonationInput): Promise<Outcome<DonationDetails, SaveDonationFailure>> {
  try {
    return await inTransaction(deps.db, (tx) => saveWithin({ deps, actor, tx }, input))
  } catch (error) {
    if (sqlStateOf(error) === 'SA042') return fail('gift_receipted', { field: 'kind' })
    throw error
  }
}

async function saveWithin(
  { deps, actor, tx }: { deps: Deps; actor: Actor; tx: Tx },
  { entryId, revision, details }: SaveDonationInput,
): Promise<Outcome<DonationDetails, SaveDonationFailure>> {
  const gift = await readStandingGift(tx, entryId)
  if (gift === null) return fail('gift_not_found')
  if ((details.kind === 'in_kind') !== (gift.kind === 'transfer')) return fail('gift_kind_of_goods', { field: 'kind' })
  const { instalmentId } = details
  const before = gift.donation
  if ((before?.revision ?? null) !== revision) return fail('gift_details_meanwhile')
  const payerId = supporterIdSchema.nullable().parse(gift.payerId)
  if (instalmentId !== null && instalmentId !== before?.instalmentId && !(await isInstalmentOf(tx, instalmentId, payerId))) {
    return fail('instalment_unusable', { field: 'instalmentId' })
  }
  const after = detailsOfKind(details)
  await writeDonation(tx, entryId, after)
  const known = before === null ? { before: {}, after } : changedFields(donationDetailsSchema.parse(before), after)
  await recordAuditEvent(deps, tx, { actor, action: 'donation.update', subjectKind: 'donation', subjectId: entryId, ...known })
  return succeed(after)
}

/** A gift that was not reversed. */
function readStandingGift(tx: Tx, entryId: JournalEntryId) {
  return tx.journalEntry.findFirst({
    where: {
      id: entryId, kind: { in: ['receipt', 'transfer'] }, reversedBy: null, postings: { some: { fundingSource: { category: 'donation' } } },
    },
    select: { kind: true, payerId: true, donation: true },
  })
}
