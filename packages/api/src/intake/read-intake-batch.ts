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
  const name = { select: { name: true } }
  const row = await tx.intakeBatch.findUnique({
    where: { id: batchId },
    include: { createdBy: name, updatedBy: name, submittedBy: name, postedBy: name },
  })
  if (row === null) return null
  return {
    batchId,
    status: row.status,
    revision: row.revision,
    draft: intakeDraftSchema.parse(row.draft),
    fiscalYear: row.fiscalYear,
    intakeNumber: row.intakeNumber,
    createdByName: row.createdBy.name,
    updatedById: row.updatedById,
    updatedByName: row.updatedBy.name,
    updatedAt: row.updatedAt.toISOString(),
    submittedById: userIdSchema.nullable().parse(row.submittedById),
    submittedByName: row.submittedBy?.name ?? null,
    postedByName: row.postedBy?.name ?? null,
    postedAt: row.postedAt?.toISOString() ?? null,
  }
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
