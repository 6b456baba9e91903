import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { entryOfGift, type GiftProblem, problemOfGift } from '@sasaeai/domain/donation/gift/entry-of-gift'
import type { CorrectGiftInput } from '@sasaeai/domain/donation/gift/gift-input'
import { id } from '@sasaeai/domain/ids'
import type { EntryDraft } from '@sasaeai/domain/ledger/entry-draft'
import { sumYen } from '@sasaeai/domain/money/yen'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { isBookedAs } from '../../ledger/correct-entry.ts'
import { type LedgerRefusal, ledgerRefusalOf } from '../../ledger/ledger-refusal.ts'
import { type EntryToPost, postEntries, type PostedEntry } from '../../ledger/post-entries.ts'
import { readGroundData } from '../../ledger/read-ground-data.ts'
import { readPostedEntry } from '../../ledger/read-posted-entry.ts'
import { postedIsFinal, refusalOfReversal, reversalOf } from '../../ledger/reverse-entry.ts'
import { copyGiftSchedule } from '../schedule/copy-gift-schedule.ts'
import { isInstalmentOf, writeDonation } from './write-donation.ts'

type CorrectGiftFailure = GiftProblem | LedgerRefusal | 'gift_not_found' | 'gift_receipted' | 'nothing_to_correct' | 'instalment_unusable'

/**
 * 訂正 of a gift, whichever door it came in by: the first entry is reversed (赤伝) and the right one posted (黒伝) in one act,
 * split over purposes or as goods where it was not before. What a receipt was written out for stays until it is void.
 */
export async function correctGift(deps: Deps, actor: Actor, input: CorrectGiftInput): Promise<Outcome<PostedEntry, CorrectGiftFailure>> {
  const ground = await readGroundData(deps.db)
  const problem = problemOfGift(input.gift, ground)
  if (problem !== null) return fail(problem.code, { field: problem.field })
  const corrected = entryOfGift(input.gift, ground, {
    id: id(deps.newId()), sourceKind: 'correction', sourceId: input.entryId, correctsEntryId: input.entryId, reason: input.reason, postedById: actor.userId,
  })
  try {
    return await inTransaction(deps.db, (tx) => correctWithin({ deps, actor, tx }, input, corrected), postedIsFinal)
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    return refusalOfReversal(refusal, refusal.about === formatLocalDate(input.reversalDate) ? 'reversalDate' : 'receivedOn')
  }
}

async function correctWithin(
  desk: { deps: Deps; actor: Actor; tx: Tx },
  input: CorrectGiftInput,
  corrected: EntryDraft,
): Promise<Outcome<PostedEntry, 'gift_not_found' | 'gift_receipted' | 'nothing_to_correct' | 'instalment_unusable'>> {
  const { tx } = desk
  const { details, supporterId } = input.gift
  const entry = await readPostedEntry(tx, input.entryId)
  if (entry === null || !(await isGift(tx, input.entryId))) return fail('gift_not_found')
  if ((await tx.receiptEntry.count({ where: { entryId: input.entryId, isLive: true } })) > 0) return fail('gift_receipted')
  if (entry.payerId === corrected.payerId && isBookedAs(entry, corrected)) return fail('nothing_to_correct')
  if (details.instalmentId !== null && !(await isInstalmentOf(tx, details.instalmentId, supporterId))) {
    return fail('instalment_unusable', { field: 'instalmentId' })
  }
  const [, posted] = await postEntries(desk, [reversalOf(entry, { ...desk, input }), correctionOf(corrected, input)])
  if (posted === undefined) throw new Error('the correction was not answered for')
  await writeDonation(tx, corrected.id, details)
  await copyGiftSchedule(desk, { from: input.entryId, to: corrected.id, amountYen: amountOf(corrected) })
  return succeed(posted)
}

/** What came in: the debit side, in yen. */
function amountOf({ postings }: EntryDraft): number {
  return sumYen(postings.flatMap(({ amountYen }) => (amountYen > 0 ? [amountYen] : [])))
}

/** Money or goods of 寄附金 that came in, by whichever door. */
async function isGift(tx: Tx, entryId: CorrectGiftInput['entryId']): Promise<boolean> {
  const gift = { id: entryId, kind: { in: ['receipt' as const, 'transfer' as const] }, postings: { some: { fundingSource: { category: 'donation' as const } } } }
  return (await tx.journalEntry.count({ where: gift })) > 0
}

function correctionOf(entry: EntryDraft, { entryId, reason, gift }: CorrectGiftInput): EntryToPost {
  return {
    entry,
    audit: {
      action: 'ledger.correct', subjectKind: 'journal_entry', subjectId: entryId, after: { correctedBy: entry.id, entryDate: gift.receivedOn }, reason,
    },
  }
}
