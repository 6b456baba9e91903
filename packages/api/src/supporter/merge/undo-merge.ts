import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { id, type SupporterId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { UndoMergeInput } from '@sasaeai/domain/supporter/merge/merge-input'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import type { Actor, Deps, Desk } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { lockSupporters, type LockedSupporter } from './lock-supporters.ts'
import { countMovedRows } from './moved-rows.ts'
import { saveMergedDetails } from './save-merged-details.ts'

type UndoRefusal = 'merge_not_found' | 'merge_undone' | 'merge_goes_on'
type UndoOutcome = Outcome<{ survivorId: SupporterId; mergedId: SupporterId }, UndoRefusal>

/**
 * Makes two supporters of one again, exactly as they were: every row that the merge moved goes back, and each detail of
 * the survivor that nobody has changed since. What was given and written since then stays with the survivor.
 */
export function undoMerge(deps: Deps, actor: Actor, input: UndoMergeInput): Promise<UndoOutcome> {
  return inTransaction(deps.db, (tx) => undoWithin({ deps, actor, tx }, input), { isolation: 'ReadCommitted' })
}

async function undoWithin(desk: Desk, { mergeId, reason }: UndoMergeInput): Promise<UndoOutcome> {
  const { deps, actor, tx } = desk
  const found = await tx.supporterMerge.findUnique({ where: { id: mergeId } })
  if (found === null) return fail('merge_not_found')
  const survivorId = id<'SupporterId'>(found.survivorId)
  const mergedId = id<'SupporterId'>(found.mergedId)
  const locked = await lockSupporters(tx, [survivorId, mergedId])
  const survivor = locked.get(survivorId)
  const merged = locked.get(mergedId)
  if (survivor === undefined || merged === undefined) throw new Error('a supporter of a merge is missing')
  // Read again under the lock: somebody may have undone it while we waited.
  if ((await tx.supporterMerge.count({ where: { id: mergeId, undoneAt: null } })) === 0) return fail('merge_undone')
  if (merged.mergedIntoId !== survivorId) return fail('merge_goes_on', { about: await numberOf(tx, merged.mergedIntoId) })
  const asked = { mergeId, reason, undoneAt: deps.now().toISOString(), undoneById: actor.userId }
  await tx.$executeRaw`SELECT undo_supporter_merge(${JSON.stringify(asked)}::jsonb)`
  const details = supporterDetailsSchema.parse(detailsBefore(survivor, found))
  await saveMergedDetails(tx, { supporterId: survivorId, number: survivor.number, details })
  await saveMergedDetails(tx, { supporterId: mergedId, ...merged })
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'supporter.undo_merge',
    subjectKind: 'supporter',
    subjectId: survivorId,
    ...withMerged(changedFields(survivor.details, details), { mergedId, mergedNumber: merged.number, ...(await countMovedRows(tx, id(mergeId))) }),
    reason,
  })
  return succeed({ survivorId, mergedId })
}

type Changed = ReturnType<typeof changedFields>

function withMerged({ before, after }: Changed, merged: Changed['after']): Changed {
  return { before, after: { ...after, ...merged } }
}

/** Each detail as it was before the merge, where it still is what the merge made of it. */
function detailsBefore({ details }: LockedSupporter, { before, after }: { before: unknown; after: unknown }): object {
  const [old, chosen] = [recordOf(before), recordOf(after)]
  const now = recordOf(details)
  const untouched = Object.keys(chosen).filter((key) => JSON.stringify(now[key]) === JSON.stringify(chosen[key]))
  return { ...now, ...Object.fromEntries(untouched.map((key) => [key, old[key]])) }
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

async function numberOf(tx: Tx, supporterId: SupporterId | null): Promise<string> {
  if (supporterId === null) return ''
  const { number } = await tx.supporter.findUniqueOrThrow({ where: { id: supporterId }, select: { number: true } })
  return String(number)
}
