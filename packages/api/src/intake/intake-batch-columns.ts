import { toDateColumn } from '@sasaeai/db/local-date-column'
import type { IntakeContext } from '@sasaeai/domain/intake/intake-context'
import type { IntakeDraft } from '@sasaeai/domain/intake/intake-draft'
import { type DraftReading, readIntakeDraft } from '@sasaeai/domain/intake/read-intake-draft'

/**
 * The columns that lists filter and show, as far as the draft can be read. The draft itself is stored beside them
 * with what it adds up to, so that a list need not read its lines.
 */
export function columnsOfDraft(draft: IntakeDraft, context: IntakeContext) {
  return columnsOfReading(draft, readIntakeDraft(draft, context, new Map()))
}

/** The same from a reading that has been made already. */
export function columnsOfReading(draft: IntakeDraft, { header, count, totalYen }: DraftReading) {
  return {
    draft: { ...draft, typed: { count, totalYen } },
    receivedOn: header.receivedOn === null ? null : toDateColumn(header.receivedOn),
    bearer: draft.header.bearer.trim(),
    areaId: header.areaId,
    cashAccountId: header.cashAccountId,
    controlCount: header.controlCount,
    controlTotalYen: header.controlTotalYen,
    note: draft.header.note.trim(),
  }
}
