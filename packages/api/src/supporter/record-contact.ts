import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { RecordContactInput } from '@sasaeai/domain/supporter/contact-input'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'

/** Writes one line of the contact log. Lines are never changed: what was wrong is put right by a further line. */
export async function recordContact(
  deps: Deps,
  actor: Actor,
  { supporterId, details }: RecordContactInput,
): Promise<Outcome<{ contactId: string }, 'supporter_not_found'>> {
  const contactId = deps.newId()
  const { contactedOn, ...words } = details
  try {
    return await inTransaction(deps.db, async (tx) => {
      await tx.supporterContact.create({
        data: {
          id: contactId,
          supporterId,
          ...words,
          contactedOn: toDateColumn(contactedOn),
          recordedById: actor.userId,
          recordedAt: deps.now(),
        },
      })
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'supporter_contact.record',
        subjectKind: 'supporter',
        subjectId: supporterId,
        after: { ...details },
      })
      return succeed({ contactId })
    }, { isolation: 'ReadCommitted' })
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('supporter_not_found')
    throw error
  }
}
