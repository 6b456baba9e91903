import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDateInTokyo, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { SupporterId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'

type ClosingOutcome = Outcome<{ supporterId: SupporterId }, 'supporter_not_found'>

/** 使用終了 as of today: the supporter keeps everything given so far and is no longer offered for new money. */
export function closeSupporter(deps: Deps, actor: Actor, supporterId: SupporterId): Promise<ClosingOutcome> {
  return setClosedOn(deps, actor, { supporterId, closedOn: localDateInTokyo(deps.now()) })
}

/** Brings a closed supporter back into use. */
export function reopenSupporter(deps: Deps, actor: Actor, supporterId: SupporterId): Promise<ClosingOutcome> {
  return setClosedOn(deps, actor, { supporterId, closedOn: null })
}

function setClosedOn(
  deps: Deps,
  actor: Actor,
  { supporterId, closedOn }: { supporterId: SupporterId; closedOn: LocalDate | null },
): Promise<ClosingOutcome> {
  return inTransaction(deps.db, async (tx) => {
    const { count } = await tx.supporter.updateMany({
      where: { id: supporterId, mergedIntoId: null },
      data: { closedOn: closedOn === null ? null : toDateColumn(closedOn) },
    })
    if (count === 0) return fail('supporter_not_found')
    await recordAuditEvent(deps, tx, {
      actor,
      action: closedOn === null ? 'supporter.reopen' : 'supporter.close',
      subjectKind: 'supporter',
      subjectId: supporterId,
      after: { closedOn },
    })
    return succeed({ supporterId })
  })
}
