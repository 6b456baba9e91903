import type { Tx } from '@sasaeai/db/in-transaction'
import { journalEntryIdSchema } from '@sasaeai/domain/id-schemas'
import type { IntakeBatchId, JournalEntryId } from '@sasaeai/domain/ids'

/** What became of a batch in the books. */
export interface PostedBatch {
  readonly batchId: IntakeBatchId
  readonly fiscalYear: number
  readonly intakeNumber: number
  /** In the order of the lines on the paper. */
  readonly entries: readonly {
    readonly lineNumber: number
    readonly entryId: JournalEntryId
    readonly entryNumber: number
    readonly isReversed: boolean
  }[]
}

/** Reads the entries of a posted batch. @throws Error when the batch has no 受付番号. */
export async function readPostedBatch(
  tx: Tx,
  batch: { batchId: IntakeBatchId; fiscalYear: number | null; intakeNumber: number | null },
): Promise<PostedBatch> {
  const { batchId, fiscalYear, intakeNumber } = batch
  if (fiscalYear === null || intakeNumber === null) throw new Error(`batch ${batchId} is not posted`)
  const lines = await tx.intakeLine.findMany({
    where: { batchId },
    orderBy: { lineNumber: 'asc' },
    select: {
      lineNumber: true,
      entry: { select: { id: true, entryNumber: true, reversedBy: { select: { id: true } } } },
    },
  })
  return {
    batchId,
    fiscalYear,
    intakeNumber,
    entries: lines.map(({ lineNumber, entry }) => ({
      lineNumber,
      entryId: journalEntryIdSchema.parse(entry.id),
      entryNumber: entry.entryNumber,
      isReversed: entry.reversedBy !== null,
    })),
  }
}
