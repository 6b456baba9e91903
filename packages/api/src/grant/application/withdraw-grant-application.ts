import { inTransaction } from '@sasaeai/db/in-transaction'
import { fromNullableDateColumn, toDateColumn } from '@sasaeai/db/local-date-column'
import type { WithdrawGrantApplicationInput } from '@sasaeai/domain/grant/application/grant-application-input'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { type ApplicationRefusal, readPaidGrants, takeGrantApplication } from './take-grant-application.ts'

/** 取下げ of an application that nothing was decided about, or its taking back. It keeps its number. */
export function withdrawGrantApplication(
  deps: Deps,
  actor: Actor,
  input: WithdrawGrantApplicationInput,
): Promise<Outcome<null, ApplicationRefusal | 'grant_application_paid' | 'grant_decided'>> {
  const { applicationId, withdrawnOn } = input
  return inTransaction(
    deps.db,
    async (tx) => {
      const taken = await takeGrantApplication(tx, input)
      if (!taken.ok) return taken
      const paid = await readPaidGrants(tx, [applicationId])
      if (withdrawnOn !== null && (paid.get(applicationId) ?? 0) > 0) return fail('grant_application_paid')
      if (withdrawnOn !== null && taken.value.decision !== null) return fail('grant_decided')
      await tx.grantApplication.update({ where: { id: applicationId }, data: { withdrawnOn: withdrawnOn === null ? null : toDateColumn(withdrawnOn) } })
      await recordAuditEvent(deps, tx, {
        actor,
        action: withdrawnOn === null ? 'grant_application.undo_withdraw' : 'grant_application.withdraw',
        subjectKind: 'grant_application',
        subjectId: applicationId,
        before: { withdrawnOn: fromNullableDateColumn(taken.value.withdrawnOn) },
        after: { withdrawnOn },
      })
      return succeed(null)
    },
    { isolation: 'ReadCommitted' },
  )
}
