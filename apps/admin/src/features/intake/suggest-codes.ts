import type { IntakeContext } from '@sasaeai/domain/intake/intake-context'
import { suggestAreas } from '@sasaeai/domain/intake/find-area'
import type { AreaId } from '@sasaeai/domain/ids'
import type { LineKind } from '@sasaeai/domain/intake/line-kind'
import { normalizeForSearch } from '@sasaeai/domain/text/search-text'
import type { Suggestion } from './suggestion-list.tsx'

/** Kinds whose code begins with what is typed, or whose name contains it. */
export function suggestKinds(kinds: readonly LineKind[], text: string): Suggestion[] {
  return kinds.filter((kind) => fits(kind.codes, kind.name, text)).map(({ code, name }) => ({ key: code, code, name }))
}

/** Methods in use, likewise. */
export function suggestMethods({ ground }: IntakeContext, text: string): Suggestion[] {
  return [...ground.methods.values()]
    .filter((method) => !method.isClosed && fits([method.code], method.name, text))
    .map(({ code, name }) => ({ key: code, code, name }))
}

/** Areas by code, name or reading, those of the bundle first. */
export function areaSuggestions({ areas }: IntakeContext, text: string, within: AreaId | null): Suggestion[] {
  return suggestAreas(areas, text, { within }).flatMap((areaId) => {
    const area = areas.areas.get(areaId)
    if (area === undefined) return []
    const parent = area.parentId === null ? undefined : areas.areas.get(area.parentId)
    return [{ key: areaId, code: area.code, name: area.name, detail: parent?.name }]
  })
}

function fits(codes: readonly string[], name: string, text: string): boolean {
  const typed = normalizeForSearch(text)
  return codes.some((code) => code.startsWith(typed)) || normalizeForSearch(name).includes(typed)
}
