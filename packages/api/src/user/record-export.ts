import { inTransaction } from '@sasaeai/db/in-transaction'
import type { Actor, Deps } from '../deps.ts'
import { type AuditNote, recordAuditEvent } from './record-audit-event.ts'

/** Who took a list out of the program, and what it was: a transaction of its own, because nothing else is written. */
export function recordExport(deps: Deps, actor: Actor, note: AuditNote): Promise<void> {
  return inTransaction(deps.db, (tx) => recordAuditEvent(deps, tx, { actor, ...note }), { isolation: 'ReadCommitted' })
}
