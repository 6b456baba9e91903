import { inTransaction } from '@sasaeai/db/in-transaction'
import { id, type ContactPointId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { refreshSearchText } from '../refresh-search-text.ts'

/** Takes out a number or e-mail address that no longer reaches anybody. */
export function removeContactPoint(deps: Deps, actor: Actor, contactPointId: ContactPointId): Promise<Outcome<null, 'row_gone'>> {
  return inTransaction(deps.db, async (tx) => {
    const point = await tx.supporterContactPoint.findUnique({ where: { id: contactPointId } })
    if (point === null) return fail('row_gone')
    await tx.supporterContactPoint.delete({ where: { id: contactPointId } })
    const { supporterId, kind, value, label } = point
    await refreshSearchText(tx, id<'SupporterId'>(supporterId))
    await recordAuditEvent(deps, tx, {
      actor, action: 'supporter_contact_point.delete', subjectKind: 'supporter', subjectId: supporterId, before: { kind, value, note: label },
    })
    return succeed(null)
  })
}
