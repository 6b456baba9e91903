import type { AreaId } from '../ids.ts'
import type { GroundArea } from '../ledger/ground-data.ts'
import { normalizeForSearch } from '../text/search-text.ts'

/** The areas prepared for finding one by what is typed: a few hundred, searched where the typing happens. */
export interface AreaIndex {
  readonly areas: ReadonlyMap<AreaId, GroundArea>
  readonly childrenOf: ReadonlyMap<AreaId, readonly AreaId[]>
  readonly idByCode: ReadonlyMap<string, AreaId>
  /** Codes and names in search form; null where two areas share one. */
  readonly idBySearchForm: ReadonlyMap<string, AreaId | null>
  readonly searchTexts: ReadonlyMap<AreaId, string>
}

/** Prepares the areas. */
export function indexAreas(areas: ReadonlyMap<AreaId, GroundArea>): AreaIndex {
  const childrenOf = new Map<AreaId, AreaId[]>()
  const idBySearchForm = new Map<string, AreaId | null>()
  const searchTexts = new Map<AreaId, string>()
  for (const [areaId, area] of areas) {
    if (area.parentId !== null) childrenOf.set(area.parentId, [...(childrenOf.get(area.parentId) ?? []), areaId])
    for (const form of new Set([normalizeForSearch(area.code), normalizeForSearch(area.name)])) {
      idBySearchForm.set(form, idBySearchForm.has(form) ? null : areaId)
    }
    searchTexts.set(areaId, [area.code, area.name, area.kana].map(normalizeForSearch).join('|'))
  }
  const idByCode = new Map([...areas].map(([areaId, area]) => [area.code, areaId]))
  return { areas, childrenOf, idByCode, idBySearchForm, searchTexts }
}

/**
 * The area that a typed text stands for: its code (with or without hyphens, in any width), its full name, or, under
 * the area of the batch, the last number of a code alone: 3 is 01-03 in the bundle of 01. Null when it is not clear.
 */
export function findArea(index: AreaIndex, text: string, within: AreaId | null = null): AreaId | null {
  const exact = index.idByCode.get(text.normalize('NFKC').trim())
  if (exact !== undefined) return exact
  const form = normalizeForSearch(text)
  if (form === '') return null
  return childByNumber(index, form, within) ?? index.idBySearchForm.get(form) ?? null
}

/**
 * The area that a text at the head of a batch stands for: there a number without its zeros is enough, 3 for the 校区 03.
 * On a line it is not, because a slip whose bundle names no area would be taken for a whole 校区 unnoticed.
 */
export function findAreaOfBatch(index: AreaIndex, text: string): AreaId | null {
  return findArea(index, text) ?? wholeByNumber(index, normalizeForSearch(text))
}

/** Areas in use that fit what has been typed so far, those within the area of the batch first, in order of code. */
export function suggestAreas(
  index: AreaIndex,
  text: string,
  { within = null, limit = 8 }: { within?: AreaId | null; limit?: number } = {},
): AreaId[] {
  const form = normalizeForSearch(text)
  const near: AreaId[] = []
  const far: AreaId[] = []
  for (const [areaId, area] of index.areas) {
    if (area.isClosed || !(index.searchTexts.get(areaId) ?? '').includes(form)) continue
    if (within !== null && isWithin(index, areaId, within)) near.push(areaId)
    else far.push(areaId)
  }
  return [...near, ...far].slice(0, limit)
}

/** Whether an area has areas below it that are in use: then a slip of the bundle still has to name its own. */
export function hasAreasBelow(index: AreaIndex, areaId: AreaId): boolean {
  return (index.childrenOf.get(areaId) ?? []).some((child) => index.areas.get(child)?.isClosed === false)
}

/** The one area whose code is that number but for leading zeros. */
function wholeByNumber({ areas }: AreaIndex, form: string): AreaId | null {
  if (!/^\d+$/.test(form)) return null
  const fitting = [...areas].filter(([, { code }]) => /^\d+$/.test(code) && Number(code) === Number(form))
  return fitting.length === 1 ? (fitting[0]?.[0] ?? null) : null
}

function childByNumber(index: AreaIndex, form: string, within: AreaId | null): AreaId | null {
  if (within === null || !/^\d+$/.test(form)) return null
  const fitting = (index.childrenOf.get(within) ?? []).filter((child) => {
    const last = /(\d+)$/.exec(index.areas.get(child)?.code ?? '')?.[1]
    return last !== undefined && Number(last) === Number(form)
  })
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

function isWithin(index: AreaIndex, areaId: AreaId, ancestor: AreaId): boolean {
  for (let at: AreaId | null = areaId; at !== null; at = index.areas.get(at)?.parentId ?? null) {
    if (at === ancestor) return true
  }
  return false
}
