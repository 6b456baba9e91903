import { inTransaction } from '@sasaeai/db/in-transaction'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'

/** Who has taken a list with givers' names out of the house. */
export function recordDonationExport(deps: Deps, actor: Actor, { name, rows }: { name: string; rows: number }): Promise<void> {
  return inTransaction(
    deps.db,
    (tx) => recordAuditEvent(deps, tx, { actor, action: 'donation_list.export', subjectKind: 'donation_list', subjectId: name, after: { name, rows } }),
    { isolation: 'ReadCommitted' },
  )
}
