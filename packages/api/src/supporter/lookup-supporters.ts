import type { AreaId, SupporterId } from '@sasaeai/domain/ids'
import type { SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import type { LookupInput } from '@sasaeai/domain/text/lookup-input'
import { normalizeForSearch } from '@sasaeai/domain/text/search-text'
import type { Deps } from '../deps.ts'
import { supporterCondition, supporterNumberIn } from './supporter-condition.ts'

/** What tells two people of the same name apart while a clerk types. */
export interface SupporterChoice {
  readonly supporterId: SupporterId
  readonly number: number
  readonly kind: SupporterKind
  readonly name: string
  readonly kana: string
  readonly address: string
  readonly areaId: AreaId | null
  readonly areaName: string | null
}

/**
 * The supporters in use that the typed characters may mean: the one with that number first, then names and readings
 * that begin so, then those that contain it. Empty text means nobody. Answers in a few milliseconds at 200,000 rows.
 */
export async function lookupSupporters({ db }: Deps, { text, limit }: LookupInput): Promise<SupporterChoice[]> {
  const wanted = normalizeForSearch(text)
  if (wanted === '') return []
  const { sql, values } = supporterCondition({ text: wanted, kind: null, areaId: null, withClosed: false })
  const from = values.length
  const { rows } = await db.pool.query<SupporterChoice>(
    `WITH matching AS MATERIALIZED (SELECT s.* FROM supporter s WHERE ${sql})
     SELECT m.id AS "supporterId", m.number, m.kind, m.name, m.kana, m.address, m.area_id AS "areaId", a.name AS "areaName"
     FROM matching m LEFT JOIN area a ON a.id = m.area_id
     ORDER BY m.number IS DISTINCT FROM $${from + 1}::int,
       NOT (starts_with(m.search_text, $${from + 2}) OR starts_with(m.kana COLLATE "C", $${from + 2})), m.kana, m.id
     LIMIT $${from + 3}`,
    [...values, supporterNumberIn(wanted), wanted, limit],
  )
  return rows
}
