import type { SupporterId } from '@sasaeai/domain/ids'
import type { Deps } from '../deps.ts'
import { type FilteredSupporters, supporterCondition } from './supporter-condition.ts'

/** Everybody whom the list shows for these filters, over all its pages, as those who can be written to. */
export async function recipientsOfRegister({ db }: Deps, filter: FilteredSupporters): Promise<{ readonly supporterIds: readonly SupporterId[]; readonly nameless: number }> {
  const { sql, values } = supporterCondition(filter)
  const { rows } = await db.pool.query<{ supporterId: SupporterId }>(`SELECT s.id AS "supporterId" FROM supporter s WHERE ${sql}`, values)
  return { supporterIds: rows.map(({ supporterId }) => supporterId), nameless: 0 }
}
