import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import type { MarkThresholdInput, UnmarkThresholdInput } from '@sasaeai/domain/donation/threshold/threshold-alert-input'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** 対応済み: writes down that a gift or a giver was reported or thanked with a 感謝状. */
export async function markThreshold(deps: Deps, actor: Actor, { doneOn, ...input }: MarkThresholdInput): Promise<Outcome<null, 'row_gone' | 'threshold_marked_before'>> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const threshold = await tx.donationThreshold.findUnique({ where: { id: input.thresholdId }, select: { name: true } })
      if (threshold === null) return fail('row_gone')
      await tx.donationThresholdMark.create({ data: { ...input, doneOn: toDateColumn(doneOn), markedAt: deps.now(), markedById: actor.userId } })
      await recordAuditEvent(deps, tx, {
        actor, action: 'donation_threshold.mark', subjectKind: 'donation_threshold', subjectId: input.thresholdId,
        after: { name: threshold.name, subject: input.subjectKey, date: doneOn, note: input.note },
      })
      return succeed(null)
    })
  } catch (error) {
    // Somebody else was a moment earlier.
    if (isUniqueViolation(error)) return fail('threshold_marked_before')
    throw error
  }
}

/** Takes the mark back that was made by mistake. */
export function unmarkThreshold(deps: Deps, actor: Actor, { thresholdId, subjectKey }: UnmarkThresholdInput): Promise<Outcome<null, 'row_gone'>> {
  return inTransaction(deps.db, async (tx) => {
    const { count } = await tx.donationThresholdMark.deleteMany({ where: { thresholdId, subjectKey } })
    if (count === 0) return fail('row_gone')
    await recordAuditEvent(deps, tx, { actor, action: 'donation_threshold.unmark', subjectKind: 'donation_threshold', subjectId: thresholdId, after: { subject: subjectKey } })
    return succeed(null)
  })
}
