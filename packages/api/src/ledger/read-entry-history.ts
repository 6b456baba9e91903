import type { Db } from '@sasaeai/db/database'

/** One thing that somebody did to an entry, from the audit trail. */
export interface HistoryEvent {
  readonly id: string
  readonly at: string
  readonly by: string | null
  readonly action: string
  readonly reason: string
}

/**
 * 履歴: what was done to an entry, oldest first. An entry of a bundle shares the bundle's events; a reversal was
 * recorded on the entry that it reverses.
 */
export async function readEntryHistory(
  { prisma }: Db,
  { entryId, batchId, originId }: { entryId: string; batchId: string | null; originId: string | null },
): Promise<HistoryEvent[]> {
  const subjects = [
    { subjectKind: 'journal_entry', subjectId: { in: originId === null ? [entryId] : [entryId, originId] } },
    ...(batchId === null ? [] : [{ subjectKind: 'intake_batch', subjectId: batchId }]),
  ]
  const events = await prisma.auditEvent.findMany({
    where: { OR: subjects },
    select: { id: true, at: true, action: true, reason: true, actor: { select: { name: true } } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  return events.map(({ id, at, action, reason, actor }) => ({ id, at: at.toISOString(), by: actor?.name ?? null, action, reason }))
}
