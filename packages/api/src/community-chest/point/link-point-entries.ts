import { inTransaction } from '@sasaeai/db/in-transaction'
import { isUniqueViolation } from '@sasaeai/db/refusals'
import type { LinkPointEntriesInput } from '@sasaeai/domain/community-chest/point/collection-point-details'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/**
 * Writes down that entries came from a point, whichever door they were booked by. Only money of a drive that came in, and
 * only where nobody has written down another point meanwhile: then nothing is linked at all.
 */
export async function linkPointEntries(
  deps: Deps,
  actor: Actor,
  { pointId, entryIds }: LinkPointEntriesInput,
): Promise<Outcome<{ linked: number }, 'row_gone' | 'point_entry_taken'>> {
  const wanted = [...new Set(entryIds)]
  const link = inTransaction(deps.db, async (tx) => {
    const point = await tx.collectionPoint.findUnique({ where: { id: pointId }, select: { name: true } })
    if (point === null) return fail('row_gone')
    const free = await tx.journalEntry.count({
      where: { id: { in: wanted }, kind: 'receipt', point: null, postings: { some: { campaignId: { not: null }, fundingSourceId: { not: null } } } },
    })
    if (free !== wanted.length) return fail('point_entry_taken')
    await tx.collectionPointEntry.createMany({ data: wanted.map((entryId) => ({ entryId, pointId })) })
    await recordAuditEvent(deps, tx, {
      actor,
      action: 'collection_point.link',
      subjectKind: 'collection_point',
      subjectId: pointId,
      after: { name: point.name, changed: wanted.length },
    })
    return succeed({ linked: wanted.length })
  })
  return link.catch((error: unknown) => {
    // Somebody linked one of them in the same moment.
    if (isUniqueViolation(error)) return fail('point_entry_taken')
    throw error
  })
}

/** Takes back what was written down by mistake; the entries themselves stay as they are. */
export async function unlinkPointEntries(
  deps: Deps,
  actor: Actor,
  { pointId, entryIds }: LinkPointEntriesInput,
): Promise<Outcome<{ unlinked: number }, 'row_gone'>> {
  return inTransaction(deps.db, async (tx) => {
    const point = await tx.collectionPoint.findUnique({ where: { id: pointId }, select: { name: true } })
    if (point === null) return fail('row_gone')
    const { count: unlinked } = await tx.collectionPointEntry.deleteMany({ where: { pointId, entryId: { in: entryIds } } })
    if (unlinked > 0) {
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'collection_point.unlink',
        subjectKind: 'collection_point',
        subjectId: pointId,
        after: { name: point.name, changed: unlinked },
      })
    }
    return succeed({ unlinked })
  })
}
