import type { GroundDb } from '@sasaeai/db/ground-at'

/** What this council calls its areas, by their level: 校区, 自治会 … Where several share a level, the first by name. */
export async function areaTypeNames(db: GroundDb): Promise<ReadonlyMap<number, string>> {
  const { rows } = await db.pool.query<{ level: number; name: string }>({
    name: 'area-type-names',
    text: 'SELECT DISTINCT ON (level) level, name FROM area_type ORDER BY level, name',
  })
  return new Map(rows.map(({ level, name }) => [level, name]))
}
