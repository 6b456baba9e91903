import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { fiscalYearOf, type FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { id, type IntakeBatchId } from '@sasaeai/domain/ids'
import type { BatchRevision } from '@sasaeai/domain/intake/intake-inputs'
import { type PostingRefusal, refusalOfPosting } from '@sasaeai/domain/intake/refusal-of-posting'
import { duesYearOf } from '@sasaeai/domain/ledger/contribution'
import { entryOfContribution } from '@sasaeai/domain/ledger/entry-of-contribution'
import { fail, type Failure, type Success, succeed } from '@sasaeai/domain/outcome/outcome'
import { mayDo } from '@sasaeai/domain/user/permission'
import type { Actor, Deps, Desk } from '../deps.ts'
import { type LedgerRefusal, ledgerRefusalOf } from '../ledger/ledger-refusal.ts'
import { type EntryToPost, postEntries, type PostedEntry } from '../ledger/post-entries.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'
import { columnsOfReading } from './intake-batch-columns.ts'
import { readPostedBatch, type PostedBatch } from './read-posted-batch.ts'
import {
  type DraftConflict,
  draftConflict,
  type IntakeBatchState,
  lockIntakeBatch,
  notEditable,
} from './read-intake-batch.ts'
import { readIntakeContext } from './read-intake-context.ts'
import { type DraftRefusal, type PostableDraft, type PostableLine, readPostableDraft } from './read-postable-draft.ts'

export type PostIntakeBatchOutcome =
  | Success<PostedBatch>
  | DraftConflict
  | Failure<'batch_not_found' | PostingRefusal | DraftRefusal | LedgerRefusal>

/**
 * 記帳: books every line of a batch as an entry of its own and gives the batch its 受付番号, all or nothing.
 *
 * The batch's row is locked from reading to commit, so of two posts at once the second waits and is answered, like
 * any repeated post, with what the first one booked.
 */
export async function postIntakeBatch(deps: Deps, actor: Actor, input: BatchRevision): Promise<PostIntakeBatchOutcome> {
  // Read before the transaction: one that waits for a second connection could wait for others that do the same.
  const context = await readIntakeContext(deps)
  try {
    return await inTransaction<PostIntakeBatchOutcome>(
      deps.db,
      async (tx) => {
        const batch = await lockIntakeBatch(tx, input.batchId)
        if (batch === null) return fail('batch_not_found')
        if (batch.status === 'posted') return succeed(await readPostedBatch(tx, batch))
        const refusal = await refusalOf(tx, actor, batch)
        if (refusal !== null) return refusal === 'batch_not_editable' ? notEditable(batch) : fail(refusal)
        if (batch.revision !== input.revision) return draftConflict(batch)
        const postable = await readPostableDraft(tx, batch.draft, context)
        if (!postable.ok) return postable
        return succeed(await bookBatch({ deps, actor, tx }, batch, postable.value))
      },
      { isolation: 'ReadCommitted' },
    )
  } catch (error) {
    const refusal = ledgerRefusalOf(error)
    if (refusal === null) throw error
    return refusal
  }
}

async function refusalOf(tx: Tx, actor: Actor, batch: IntakeBatchState): Promise<PostingRefusal | null> {
  const council = await tx.council.findUniqueOrThrow({ where: { id: 1 }, select: { requiresIntakeApproval: true } })
  return refusalOfPosting({
    status: batch.status,
    submittedById: batch.submittedById,
    requiresApproval: council.requiresIntakeApproval,
    posterId: actor.userId,
    mayApprove: mayDo(actor.role, 'intake.approve'),
  })
}

async function bookBatch(desk: Desk, batch: IntakeBatchState, postable: PostableDraft): Promise<PostedBatch> {
  const { deps, actor, tx } = desk
  const fiscalYear = fiscalYearOf(postable.receivedOn)
  const intakeNumber = await takeIntakeNumber(tx, fiscalYear)
  const entries = postable.lines.map((each) => entryOfLine(desk, each, { batchId: batch.batchId, postable }))
  const posted = await postEntries(desk, entries)
  await insertLines(tx, batch.batchId, { lines: postable.lines, posted })
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'intake.post',
    subjectKind: 'intake_batch',
    subjectId: batch.batchId,
    before: { status: batch.status },
    after: { intakeNumber, count: postable.reading.count, totalYen: postable.reading.totalYen },
  })
  // The batch is final from this statement on, so it comes last.
  const when = deps.now()
  await tx.intakeBatch.update({
    where: { id: batch.batchId },
    data: {
      ...columnsOfReading(batch.draft, postable.reading),
      status: 'posted',
      fiscalYear,
      intakeNumber,
      revision: batch.revision + 1,
      updatedById: actor.userId,
      updatedAt: when,
      postedById: actor.userId,
      postedAt: when,
    },
  })
  return readPostedBatch(tx, { batchId: batch.batchId, fiscalYear, intakeNumber })
}

/** 受付番号 per fiscal year; a rollback gives it back, so there are no gaps. */
async function takeIntakeNumber(tx: Tx, fiscalYear: FiscalYear): Promise<number> {
  const [taken] = await tx.$queryRaw<{ number: number }[]>`
    SELECT take_number('intake_batch', ${fiscalYear}::int) AS number`
  if (taken === undefined) throw new Error('the counter gave no intake number')
  return taken.number
}

function entryOfLine(
  { deps, actor }: Desk,
  { line, lineNumber, contribution }: PostableLine,
  { batchId, postable }: { batchId: IntakeBatchId; postable: PostableDraft },
): EntryToPost {
  const entry = entryOfContribution(contribution, postable.context.ground, {
    id: id(deps.newId()),
    sourceKind: 'intake_line',
    sourceId: line.id,
    intakeBatchId: batchId,
    postedById: actor.userId,
  })
  const after = { batchId, lineNumber, entryDate: contribution.entryDate, amountYen: contribution.amountYen }
  return { entry, audit: { action: 'ledger.post', subjectKind: 'journal_entry', subjectId: entry.id, after } }
}

async function insertLines(
  tx: Tx,
  batchId: IntakeBatchId,
  { lines, posted }: { lines: readonly PostableLine[]; posted: readonly PostedEntry[] },
): Promise<void> {
  await tx.intakeLine.createMany({
    data: lines.map(({ line, lineNumber, reading, contribution }, place) => {
      const entry = posted[place]
      if (entry === undefined) throw new Error(`line ${lineNumber} became no entry`)
      return {
        id: line.id,
        batchId,
        lineNumber,
        fundingSourceId: contribution.fundingSourceId,
        campaignId: contribution.campaignId ?? null,
        collectionMethodId: contribution.collectionMethodId ?? null,
        duesKindId: contribution.duesKindId ?? null,
        duesYear: duesYearOf(contribution) ?? null,
        fundId: contribution.fundId ?? null,
        supporterId: contribution.supporterId ?? null,
        householdsAsked: reading.householdsAsked,
        householdsPaid: reading.householdsPaid,
        units: reading.units,
        amountYen: contribution.amountYen,
        note: contribution.note,
        entryId: entry.id,
      }
    }),
  })
}
