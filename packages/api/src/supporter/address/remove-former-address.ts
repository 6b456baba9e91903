import { inTransaction } from '@sasaeai/db/in-transaction'
import type { FormerAddressId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** Takes out a former address that was recorded by mistake. */
export function removeFormerAddress(deps: Deps, actor: Actor, formerAddressId: FormerAddressId): Promise<Outcome<null, 'row_gone'>> {
  return inTransaction(deps.db, async (tx) => {
    const former = await tx.supporterFormerAddress.findUnique({ where: { id: formerAddressId } })
    if (former === null) return fail('row_gone')
    await tx.supporterFormerAddress.delete({ where: { id: formerAddressId } })
    const { supporterId, recipient, postalCode, address } = former
    await recordAuditEvent(deps, tx, {
      actor, action: 'supporter_address.delete', subjectKind: 'supporter', subjectId: supporterId, before: { recipient, postalCode, address },
    })
    return succeed(null)
  })
}
