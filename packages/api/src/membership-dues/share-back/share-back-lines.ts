import type { Tx } from '@sasaeai/db/in-transaction'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { id, type ShareBackRunId } from '@sasaeai/domain/ids'
import type { ShareBackLine } from '@sasaeai/domain/membership-dues/share-back/share-back'
import { ratedPartsSchema } from '@sasaeai/domain/membership-dues/share-back/share-back-input'

/** The lines of a calculation as they were written. */
export async function readShareBackLines(tx: Tx, runId: ShareBackRunId): Promise<ShareBackLine[]> {
  const rows = await tx.shareBackLine.findMany({ where: { runId }, orderBy: [{ area: { code: 'asc' } }, { duesKind: { code: 'asc' } }] })
  return rows.map((row) => ({
    areaId: id(row.areaId),
    duesKindId: id(row.duesKindId),
    receivedYen: yenFromColumn(row.receivedYen),
    earnedYen: yenFromColumn(row.earnedYen),
    alreadyYen: yenFromColumn(row.alreadyYen),
    parts: ratedPartsSchema.parse(row.parts),
  }))
}

/** Whether two calculations agree in every figure, whatever their order. */
export function isSameShareBack(left: readonly ShareBackLine[], right: readonly ShareBackLine[]): boolean {
  const [first, second] = [left, right].map((lines) => lines.map(figuresOf).toSorted().join('\n'))
  return first === second
}

function figuresOf({ areaId, duesKindId, receivedYen, earnedYen, alreadyYen }: ShareBackLine): string {
  return [areaId, duesKindId, receivedYen, earnedYen, alreadyYen].join(' ')
}
