import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { AllocationId } from '@sasaeai/domain/ids'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

type ClosingOutcome = Promise<Outcome<null, 'row_gone'>>

/** 使用終了: nothing more is received of it, and no grant is given out of it. Reports may still come. */
export function closeAllocation(deps: Deps, actor: Actor, allocationId: AllocationId): ClosingOutcome {
  return setClosedOn(deps, actor, { allocationId, closedOn: localDateInTokyo(deps.now()) })
}

export function reopenAllocation(deps: Deps, actor: Actor, allocationId: AllocationId): ClosingOutcome {
  return setClosedOn(deps, actor, { allocationId, closedOn: null })
}

function setClosedOn(deps: Deps, actor: Actor, { allocationId, closedOn }: { allocationId: AllocationId; closedOn: LocalDate | null }): ClosingOutcome {
  return inTransaction(
    deps.db,
    async (tx) => {
      const { count } = await tx.allocation.updateMany({ where: { id: allocationId }, data: { closedOn: closedOn === null ? null : toDateColumn(closedOn) } })
      if (count === 0) return fail('row_gone')
      const action = closedOn === null ? 'allocation.reopen' : 'allocation.close'
      await recordAuditEvent(deps, tx, { actor, action, subjectKind: 'allocation', subjectId: allocationId, after: { closedOn } })
      return succeed(null)
    },
    { isolation: 'ReadCommitted' },
  )
}
