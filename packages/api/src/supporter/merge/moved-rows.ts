import type { Tx } from '@sasaeai/db/in-transaction'
import type { SupporterMergeId } from '@sasaeai/domain/ids'

/** How many rows a merge moved and how many it had to leave, by `table.column`. */
export interface MovedRows {
  readonly moved: Readonly<Record<string, number>>
  readonly stayed: Readonly<Record<string, number>>
}

export async function countMovedRows(tx: Tx, mergeId: SupporterMergeId): Promise<MovedRows> {
  const groups = await tx.supporterMergeRow.groupBy({
    by: ['tableName', 'columnName', 'hasStayed'],
    where: { mergeId },
    _count: true,
    orderBy: [{ tableName: 'asc' }, { columnName: 'asc' }],
  })
  const counts = (stayed: boolean) =>
    Object.fromEntries(groups.flatMap(({ tableName, columnName, hasStayed, _count }) =>
      hasStayed === stayed ? [[`${tableName}.${columnName}`, _count]] : []))
  return { moved: counts(false), stayed: counts(true) }
}
