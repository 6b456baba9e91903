import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { CloseIndicatorInput, EditIndicatorInput } from '@sasaeai/domain/funding-indicator/indicator/indicator-details'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

const subjectKind = 'funding_indicator'

/** Changes how an indicator is called and printed, on the revision that the form was opened on. */
export async function editIndicator(
  deps: Deps,
  actor: Actor,
  { id, revision, details }: EditIndicatorInput,
): Promise<Outcome<null, 'row_gone' | 'changed_meanwhile' | 'code_taken'>> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const row = await tx.fundingIndicator.findUnique({ where: { id } })
      if (row === null) return fail('row_gone')
      if (row.revision !== revision) return fail('changed_meanwhile')
      const { code, name, category, unit, direction, decimals, owner, displayOrder } = row
      await tx.fundingIndicator.update({ where: { id }, data: details })
      await recordAuditEvent(deps, tx, {
        actor, action: 'funding_indicator.update', subjectKind, subjectId: id,
        ...changedFields({ code, name, category, unit, direction, decimals, owner, displayOrder }, details),
      })
      return succeed(null)
    })
  } catch (error) {
    if (isUniqueViolation(error)) return fail('code_taken', { field: 'code', about: details.code })
    throw error
  }
}

/** 使用終了 and 使用再開: a closed indicator keeps its years and is left out of the list. */
export function closeIndicator(deps: Deps, actor: Actor, { id, isClosed }: CloseIndicatorInput): Promise<Outcome<null, 'row_gone'>> {
  return inTransaction(deps.db, async (tx) => {
    const closedOn = isClosed ? localDateInTokyo(deps.now()) : null
    const { count } = await tx.fundingIndicator.updateMany({ where: { id }, data: { closedOn: closedOn === null ? null : toDateColumn(closedOn) } })
    if (count === 0) return fail('row_gone')
    await recordAuditEvent(deps, tx, {
      actor, action: `funding_indicator.${isClosed ? 'close' : 'reopen'}`, subjectKind, subjectId: id, after: { closedOn },
    })
    return succeed(null)
  })
}
