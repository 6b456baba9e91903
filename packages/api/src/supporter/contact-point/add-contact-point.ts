import { inTransaction } from '@sasaeai/db/in-transaction'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { AddContactPointInput } from '@sasaeai/domain/supporter/contact-point/contact-point'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { refreshSearchText } from '../refresh-search-text.ts'

/** Adds a further number or e-mail address; the supporter is found by it from now on. */
export async function addContactPoint(
  deps: Deps,
  actor: Actor,
  { supporterId, details }: AddContactPointInput,
): Promise<Outcome<{ contactPointId: string }, 'supporter_not_found'>> {
  const contactPointId = deps.newId()
  try {
    return await inTransaction(deps.db, async (tx) => {
      const position = await tx.supporterContactPoint.count({ where: { supporterId } })
      await tx.supporterContactPoint.create({ data: { id: contactPointId, supporterId, ...details, position } })
      await refreshSearchText(tx, supporterId)
      await recordAuditEvent(deps, tx, {
        actor, action: 'supporter_contact_point.add', subjectKind: 'supporter', subjectId: supporterId,
        after: { kind: details.kind, value: details.value, note: details.label },
      })
      return succeed({ contactPointId })
    })
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('supporter_not_found')
    throw error
  }
}
