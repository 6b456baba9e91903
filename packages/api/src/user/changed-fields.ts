import type { AuditValue } from './record-audit-event.ts'

type AuditRecord = Readonly<Record<string, AuditValue>>

/** Only what differs between two states of a row, for the audit trail: nobody can read a page of what stayed. */
export function changedFields(before: AuditRecord, after: AuditRecord): { before: AuditRecord; after: AuditRecord } {
  const changed = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  return { before: only(before, changed), after: only(after, changed) }
}

function only(record: AuditRecord, keys: readonly string[]): AuditRecord {
  return Object.fromEntries(keys.map((key) => [key, record[key] ?? null]))
}
