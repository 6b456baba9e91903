import { type ProposableArea, proposedAreas } from '@sasaeai/domain/area/propose-area'
import type { Deps } from '../deps.ts'

export interface ProposedArea extends ProposableArea {
  /** The area above, to tell two of one name apart. */
  readonly parentName: string | null
}

/** The areas in use that an address may lie in, the likeliest first. */
export async function proposeAreas({ db }: Deps, address: string): Promise<ProposedArea[]> {
  const { rows } = await db.pool.query<ProposedArea>(
    `SELECT a.id AS "areaId", a.name, t.level, p.name AS "parentName" FROM area a JOIN area_type t ON t.id = a.area_type_id
     LEFT JOIN area p ON p.id = a.parent_id WHERE a.closed_on IS NULL ORDER BY a.code`,
  )
  return proposedAreas(address, rows)
}
