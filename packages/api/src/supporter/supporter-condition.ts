import type { SupporterListInput } from '@sasaeai/domain/supporter/supporter-list-input'
import { bigramsOf, normalizeForSearch } from '@sasaeai/domain/text/search-text'

/** A condition on `supporter s` and the values of its parameters, from $1 on. */
export interface SupporterCondition {
  readonly sql: string
  readonly values: unknown[]
}

/** What the list is narrowed to. */
export type FilteredSupporters = Pick<SupporterListInput, 'text' | 'kind' | 'areaId' | 'withClosed'>

/** The filters of the list as SQL. Who was merged into another has no line of its own, unless that is asked for. */
export function supporterCondition({
  text,
  kind,
  areaId,
  withClosed,
  withMerged = false,
}: FilteredSupporters & { withMerged?: boolean }): SupporterCondition {
  const conditions: string[] = []
  const values: unknown[] = []
  const place = (value: unknown) => `$${values.push(value)}`
  const wanted = normalizeForSearch(text)
  if (wanted !== '') conditions.push(textCondition(wanted, place))
  if (kind !== null) conditions.push(`s.kind = ${place(kind)}::supporter_kind`)
  if (areaId !== null) conditions.push(`s.area_id IN (${areaWithin(place(areaId))})`)
  if (!withClosed) conditions.push('s.closed_on IS NULL')
  if (!withMerged) conditions.push('s.merged_into_id IS NULL')
  return { sql: conditions.length === 0 ? 'true' : conditions.join(' AND '), values }
}

/**
 * One character asks for names that begin with it, or for that number; two and more are found anywhere, numbers
 * included, by the pieces that the index holds and then exactly.
 */
function textCondition(wanted: string, place: (value: unknown) => string): string {
  if (Array.from(wanted).length > 1) {
    // Naming the process keeps the scan within it: starting helpers takes longer than the few thousand rows are worth.
    return `(bigrams(s.search_text) @> ${place(bigramsOf(wanted))}::text[] AND strpos(s.search_text, ${place(wanted)}) > 0 AND pg_backend_pid() > 0)`
  }
  const initial = place(wanted)
  const number = supporterNumberIn(wanted)
  const byNumber = number === null ? '' : ` OR s.number = ${place(number)}`
  return `(${hasInitial(initial).join(' OR ')}${byNumber})`
}

/** The two ways to begin with a character (the parameter `initial`), each with an index of its own. */
export function hasInitial(initial: string): readonly [reading: string, name: string] {
  return [`left(s.kana, 1) COLLATE "C" = ${initial}`, `left(s.search_text, 1) COLLATE "C" = ${initial}`]
}

/** The 支援者番号 that was typed, or null when the text is not a number. */
export function supporterNumberIn(wanted: string): number | null {
  return /^\d{1,9}$/.test(wanted) ? Number(wanted) : null
}

/** The ids of an area (a parameter) and of everything below it, as a subquery. */
export function areaWithin(areaId: string): string {
  return `WITH RECURSIVE within AS (
      SELECT ${areaId}::uuid AS id UNION ALL SELECT a.id FROM area a JOIN within w ON a.parent_id = w.id
    ) SELECT id FROM within`
}
