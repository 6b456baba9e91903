import { inTransaction } from '@sasaeai/db/in-transaction'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { SupporterId, SupporterMergeId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { MergeSupportersInput } from '@sasaeai/domain/supporter/merge/merge-input'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { lockSupporters, type LockedSupporter } from './lock-supporters.ts'
import { countMovedRows } from './moved-rows.ts'
import { saveMergedDetails } from './save-merged-details.ts'

type MergeRefusal = 'supporter_not_found' | 'supporter_merged' | 'supporter_area_gone' | 'changed_meanwhile'
type MergeOutcome = Outcome<{ mergeId: SupporterMergeId; survivorId: SupporterId }, MergeRefusal>

/**
 * 名寄せ: makes one supporter of two. What was posted and issued stays as it was and is read under the survivor from now
 * on; every other row is moved, and the move is written down so that it can be undone.
 *
 * The rows of both are locked for good while it happens: whoever writes for either of them comes before and is moved, or
 * after and follows. READ COMMITTED, because what was committed while we waited for the lock has to be seen.
 */
export async function mergeSupporters(deps: Deps, actor: Actor, input: MergeSupportersInput): Promise<MergeOutcome> {
  try {
    return await inTransaction(deps.db, (tx) => mergeWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('supporter_area_gone', { field: 'areaId' })
    throw error
  }
}

async function mergeWithin(desk: Desk, input: MergeSupportersInput): Promise<MergeOutcome> {
  const { mergeId, survivorId, mergedId } = input
  const locked = await lockSupporters(desk.tx, [survivorId, mergedId])
  // The answer to the first asking was lost: it is given again.
  if ((await desk.tx.supporterMerge.count({ where: { id: mergeId, survivorId, mergedId } })) > 0) return succeed({ mergeId, survivorId })
  const survivor = locked.get(survivorId)
  const merged = locked.get(mergedId)
  if (survivor === undefined || merged === undefined) return fail('supporter_not_found')
  if (survivor.mergedIntoId !== null || merged.mergedIntoId !== null) return fail('supporter_merged')
  if (survivor.revision !== input.survivorRevision || merged.revision !== input.mergedRevision) return fail('changed_meanwhile')
  await merge(desk, input, { survivor, merged })
  return succeed({ mergeId, survivorId })
}

async function merge(
  { deps, actor, tx }: Desk,
  { mergeId, survivorId, mergedId, details, reason }: MergeSupportersInput,
  { survivor, merged }: { survivor: LockedSupporter; merged: LockedSupporter },
): Promise<void> {
  const changed = changedFields(survivor.details, details)
  const asked = {
    id: mergeId, survivorId, mergedId, ...changed, reason, day: localDateInTokyo(deps.now()),
    mergedAt: deps.now().toISOString(), mergedById: actor.userId,
  }
  await tx.$executeRaw`SELECT merge_supporters(${JSON.stringify(asked)}::jsonb)`
  await saveMergedDetails(tx, { supporterId: survivorId, number: survivor.number, details })
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'supporter.merge',
    subjectKind: 'supporter',
    subjectId: survivorId,
    before: changed.before,
    after: { ...changed.after, mergedId, mergedNumber: merged.number, ...(await countMovedRows(tx, mergeId)) },
    ...(reason === '' ? {} : { reason }),
  })
}
