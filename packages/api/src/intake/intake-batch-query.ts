import type { IntakeBatchId } from '@sasaeai/domain/ids'
import type { IntakeSupporter } from '@sasaeai/domain/intake/intake-context'
import { supporterNumbersIn } from '@sasaeai/domain/intake/read-intake-draft'
import type { Deps } from '../deps.ts'
import { type IntakeBatchState, readIntakeBatch } from './read-intake-batch.ts'
import { readSupportersByNumber } from './read-intake-context.ts'
import { type PostedBatch, readPostedBatch } from './read-posted-batch.ts'

/** A batch with everything that its page shows. */
export interface IntakeBatchView extends IntakeBatchState {
  /** The supporters that stand in it by number; null for a number that nobody has. */
  readonly supporters: readonly [number, IntakeSupporter | null][]
  readonly posted: PostedBatch | null
  /** Why it was last given back, while it is a draft again; empty otherwise. */
  readonly returnReason: string
  readonly requiresApproval: boolean
}

/** Reads a batch for its page; null when there is none of that id. */
export async function viewIntakeBatch({ db }: Deps, batchId: IntakeBatchId): Promise<IntakeBatchView | null> {
  const batch = await readIntakeBatch(db.prisma, batchId)
  if (batch === null) return null
  const [supporters, posted, returned, council] = await Promise.all([
    readSupportersByNumber(db.prisma, supporterNumbersIn(batch.draft)),
    batch.status === 'posted' ? readPostedBatch(db.prisma, batch) : null,
    db.prisma.auditEvent.findFirst({
      where: { subjectKind: 'intake_batch', subjectId: batchId, action: { in: ['intake.return', 'intake.submit'] } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    }),
    db.prisma.council.findUnique({ where: { id: 1 }, select: { requiresIntakeApproval: true } }),
  ])
  const isReturned = batch.status === 'draft' && returned?.action === 'intake.return'
  return {
    ...batch,
    supporters: [...supporters],
    posted,
    returnReason: isReturned ? returned.reason : '',
    requiresApproval: council?.requiresIntakeApproval ?? false,
  }
}
