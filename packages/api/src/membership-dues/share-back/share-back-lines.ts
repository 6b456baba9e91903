import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { ShareBackRunId } from '@sasaeai/domain/ids'
import type { ShareBackLine } from '@sasaeai/domain/membership-dues/share-back/share-back'
import { ratedPartsSchema } from '@sasaeai/domain/membership-dues/share-back/share-back-input'
import type { Asking } from '../../ledger/asking.ts'

type LineRow = Pick<ShareBackLine, 'areaId' | 'duesKindId'> & { readonly [Figure in 'receivedYen' | 'earnedYen' | 'alreadyYen']: bigint | number } & {
  readonly parts: unknown
}

/** The lines of a calculation as they were written. */
export async function readShareBackLines(ask: Asking, runId: ShareBackRunId): Promise<ShareBackLine[]> {
  const rows = await ask<LineRow>(linesSql, [runId])
  return rows.map(({ areaId, duesKindId, ...row }) => ({
    areaId,
    duesKindId,
    receivedYen: yenFromColumn(row.receivedYen),
    earnedYen: yenFromColumn(row.earnedYen),
    alreadyYen: yenFromColumn(row.alreadyYen),
    parts: ratedPartsSchema.parse(row.parts),
  }))
}

const linesSql = `
  SELECT l.area_id AS "areaId", l.dues_kind_id AS "duesKindId", l.received_yen AS "receivedYen", l.earned_yen AS "earnedYen",
    l.already_yen AS "alreadyYen", l.parts
  FROM share_back_line l JOIN area a ON a.id = l.area_id JOIN dues_kind k ON k.id = l.dues_kind_id
  WHERE l.run_id = $1::uuid ORDER BY a.code, k.code`

/** Whether two calculations agree in every figure, whatever their order. */
export function isSameShareBack(left: readonly ShareBackLine[], right: readonly ShareBackLine[]): boolean {
  const [first, second] = [left, right].map((lines) => lines.map(figuresOf).toSorted().join('\n'))
  return first === second
}

function figuresOf({ areaId, duesKindId, receivedYen, earnedYen, alreadyYen }: ShareBackLine): string {
  return [areaId, duesKindId, receivedYen, earnedYen, alreadyYen].join(' ')
}
