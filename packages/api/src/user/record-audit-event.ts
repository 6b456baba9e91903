import type { Tx } from '@sasaeai/db/in-transaction'
import type { Actor, Deps } from '../deps.ts'

/** One thing that somebody did. `before` and `after` hold plain JSON of what changed, never a secret. */
export interface AuditNote {
  /** `<term>.<verb>`, as `area.move`. */
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly before?: AuditRecord
  readonly after?: AuditRecord
  readonly reason?: string
}

/** Plain JSON, as it is stored and shown. */
export type AuditRecord = { readonly [key: string]: AuditValue }
export type AuditValue = string | number | boolean | null | readonly AuditValue[] | AuditRecord

/** Writes the audit event of a command inside the command's own transaction: both happen, or neither. */
export async function recordAuditEvent(deps: Deps, tx: Tx, event: AuditNote & { actor: Actor | null }): Promise<void> {
  await recordAuditEvents(deps, tx, [event])
}

/** The same for an act that does several things at once. */
export async function recordAuditEvents(deps: Deps, tx: Tx, events: readonly (AuditNote & { actor: Actor | null })[]): Promise<void> {
  await tx.auditEvent.createMany({
    data: events.map((event) => ({
      id: deps.newId(),
      at: deps.now(),
      actorId: event.actor?.userId ?? null,
      action: event.action,
      subjectKind: event.subjectKind,
      subjectId: event.subjectId,
      ...(event.before === undefined ? {} : { before: event.before }),
      ...(event.after === undefined ? {} : { after: event.after }),
      reason: event.reason ?? '',
    })),
  })
}
