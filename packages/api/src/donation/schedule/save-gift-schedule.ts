import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { GiftScheduleDetails, SaveGiftScheduleInput } from '@sasaeai/domain/donation/schedule/gift-schedule-input'
import type { JournalEntryId } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { newestGiftNote } from './newest-gift-note.ts'

type SaveGiftScheduleFailure = 'gift_not_found' | 'gift_details_meanwhile' | 'gift_capital_over'

/** Says where 寄附金収益明細書 counts a gift, beside what was said before. The books are not touched. */
export function saveGiftSchedule(deps: Deps, actor: Actor, { entryId, replacesId, details }: SaveGiftScheduleInput): Promise<Outcome<GiftScheduleDetails, SaveGiftScheduleFailure>> {
  return inTransaction(deps.db, async (tx) => {
    const amountYen = await readGiftAmount(tx, entryId)
    if (amountYen === null) return fail('gift_not_found')
    const before = await newestGiftNote(tx, entryId)
    if ((before?.id ?? null) !== replacesId) return fail('gift_details_meanwhile')
    if (details.capitalYen > amountYen) return fail('gift_capital_over', { field: 'capitalYen' })
    await tx.giftScheduleNote.create({ data: { id: deps.newId(), entryId, ...details, capitalYen: BigInt(details.capitalYen), recordedById: actor.userId } })
    await recordAuditEvent(deps, tx, {
      actor, action: 'gift_schedule_note.save', subjectKind: 'journal_entry', subjectId: entryId,
      ...(before === null ? {} : { before: { attribute: before.attribute, section: before.section, capitalYen: Number(before.capitalYen) } }),
      after: { ...details },
    })
    return succeed(details)
  })
}

/** What a gift that stands brought as income; null where there is no such gift. */
async function readGiftAmount(tx: Tx, entryId: JournalEntryId): Promise<bigint | null> {
  const shares = await tx.posting.aggregate({
    where: {
      entryId, amountYen: { lt: 0 }, fundingSource: { category: 'donation' }, account: { category: 'income' },
      entry: { kind: { in: ['receipt', 'transfer'] }, reversedBy: null },
    },
    _sum: { amountYen: true },
  })
  const { amountYen } = shares._sum
  return amountYen === null ? null : -amountYen
}
