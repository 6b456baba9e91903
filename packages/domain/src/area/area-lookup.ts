import { normalizeForSearch } from '../text/search-text.ts'

/** What of an area answers to typed characters. */
export interface SearchableArea {
  readonly code: string
  readonly name: string
  readonly kana: string
}

/**
 * The areas that the typed characters may mean, best first: the code itself, codes, names and readings that begin
 * so, then those that contain it; in the order given among equals. Blanks, hyphens, width and kana make no
 * difference (`0102` finds 01-02). Empty text means none.
 */
export function areasMeantBy<Area extends SearchableArea>(areas: readonly Area[], text: string, limit: number): Area[] {
  const wanted = normalizeForSearch(text)
  if (wanted === '') return []
  const ranked = areas.map((area) => ({ area, rank: rankOf(area, wanted) })).filter(({ rank }) => rank < notMeant)
  return ranked.sort((left, right) => left.rank - right.rank).slice(0, limit).map(({ area }) => area)
}

const notMeant = 3

function rankOf(area: SearchableArea, wanted: string): number {
  const [code, ...words] = [area.code, area.name, area.kana].map(normalizeForSearch)
  if (code === wanted) return 0
  if (code?.startsWith(wanted) || words.some((word) => word.startsWith(wanted))) return 1
  return words.some((word) => word.includes(wanted)) ? 2 : notMeant
}
