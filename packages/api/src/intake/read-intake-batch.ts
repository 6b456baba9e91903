import type { Tx } from '@sasaeai/db/in-transaction'
import { clockTimeInTokyo } from '@sasaeai/domain/calendar/clock-time'
import { userIdSchema } from '@sasaeai/domain/id-schemas'
import type { IntakeBatchId, UserId } from '@sasaeai/domain/ids'
import { type IntakeDraft, intakeDraftSchema } from '@sasaeai/domain/intake/intake-draft'
import { type IntakeStatus, intakeStatusNames } from '@sasaeai/domain/intake/intake-status'
import { fail, type Failure } from '@sasaeai/domain/outcome/outcome'

/** A batch as the commands see it, between two acts on it. */
export interface IntakeBatchState {
  readonly batchId: IntakeBatchId
  readonly status: IntakeStatus
  readonly revision: number
  readonly draft: IntakeDraft
  readonly fiscalYear: number | null
  readonly intakeNumber: number | null
  readonly createdByName: string
  readonly updatedById: string
  readonly updatedByName: string
  /** ISO instant. */
  readonly updatedAt: string
  readonly submittedById: UserId | null
  readonly submittedByName: string | null
  readonly postedByName: string | null
  readonly postedAt: string | null
}

/** Reads a batch; null when there is none of that id. */
export async function readIntakeBatch(tx: Tx, batchId: IntakeBatchId): Promise<IntakeBatchState | null> {
  const row = await tx.intakeBatch.findUnique({ where: { id: batchId } })
  if (row === null) return null
  const nameOf = await namesOf(tx, [row.createdById, row.updatedById, row.submittedById, row.postedById])
  return {
    batchId,
    status: row.status,
    revision: row.revision,
    draft: intakeDraftSchema.parse(row.draft),
    fiscalYear: row.fiscalYear,
    intakeNumber: row.intakeNumber,
    createdByName: nameOf(row.createdById) ?? '',
    updatedById: row.updatedById,
    updatedByName: nameOf(row.updatedById) ?? '',
    updatedAt: row.updatedAt.toISOString(),
    submittedById: userIdSchema.nullable().parse(row.submittedById),
    submittedByName: nameOf(row.submittedById),
    postedByName: nameOf(row.postedById),
    postedAt: row.postedAt?.toISOString() ?? null,
  }
}

/** One question for all of them: as relations of the batch Prisma would ask four at once, which one connection cannot. */
async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<(id: string | null) => string | null> {
  const users = await tx.user.findMany({ where: { id: { in: ids.filter((id) => id !== null) } }, select: { id: true, name: true } })
  const names = new Map<string | null, string>(users.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? null
}

/**
 * Reads a batch and keeps everybody else from changing it until the transaction ends: the row is what guards every
 * act on a batch, so these transactions need no stronger isolation than READ COMMITTED.
 */
export async function lockIntakeBatch(tx: Tx, batchId: IntakeBatchId): Promise<IntakeBatchState | null> {
  await tx.$queryRaw`SELECT id FROM intake_batch WHERE id = ${batchId}::uuid FOR UPDATE`
  return readIntakeBatch(tx, batchId)
}

/** The refusal of an act on an older state of a batch, with the state that it has now. */
export interface DraftConflict extends Failure<'draft_changed_elsewhere'> {
  readonly newer: IntakeBatchState
}

export function draftConflict(newer: IntakeBatchState): DraftConflict {
  const when = clockTimeInTokyo(new Date(newer.updatedAt))
  return { ...fail('draft_changed_elsewhere', { about: `${newer.updatedByName}さん（${when}）の別の画面` }), newer }
}

/** The refusal of a change to what is no draft any more. */
export function notEditable({ status }: IntakeBatchState): Failure<'batch_not_editable'> {
  return fail('batch_not_editable', { about: intakeStatusNames[status] })
}
