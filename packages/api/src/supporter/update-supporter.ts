import { inTransaction } from '@sasaeai/db/in-transaction'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import type { SupporterId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { SupporterDetails, UpdateSupporterInput } from '@sasaeai/domain/supporter/supporter-details'
import type { Actor, Deps } from '../deps.ts'
import { changedFields } from '../user/changed-fields.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'
import { refreshSearchText } from './refresh-search-text.ts'

/** Changes what is recorded of a supporter, unless somebody else has meanwhile; the number stays for good. */
export async function updateSupporter(
  deps: Deps,
  actor: Actor,
  { supporterId, revision, details }: UpdateSupporterInput,
): Promise<Outcome<{ supporterId: SupporterId }, 'supporter_not_found' | 'supporter_merged' | 'supporter_area_gone' | 'changed_meanwhile'>> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const supporter = await tx.supporter.findUnique({ where: { id: supporterId } })
      if (supporter === null) return fail('supporter_not_found')
      if (supporter.mergedIntoId !== null) return fail('supporter_merged')
      if (supporter.revision !== revision) return fail('changed_meanwhile')
      await tx.supporter.update({ where: { id: supporterId }, data: details })
      await refreshSearchText(tx, supporterId)
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'supporter.update',
        subjectKind: 'supporter',
        subjectId: supporterId,
        ...changedFields(editedFields(supporter), details),
      })
      return succeed({ supporterId })
    })
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('supporter_area_gone', { field: 'areaId' })
    throw error
  }
}

/** Of a row, what the form edits. */
function editedFields(row: Omit<SupporterDetails, 'areaId'> & { readonly areaId: string | null }) {
  const { kind, name, kana, honorific, postalCode, address, mailingName, mailingPostalCode, mailingAddress } = row
  const { phone, email, areaId, attribute, acknowledgment, wantsMail, receiptDelivery, note } = row
  return {
    kind, name, kana, honorific, postalCode, address, mailingName, mailingPostalCode, mailingAddress, phone, email, areaId, attribute, acknowledgment,
    wantsMail, receiptDelivery, note,
  }
}
