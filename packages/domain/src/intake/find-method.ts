import type { CountMeaning } from '../community-chest/method/collection-method-kind.ts'
import type { CollectionMethodId } from '../ids.ts'
import type { GroundData } from '../ledger/ground-data.ts'
import { normalizeForSearch } from '../text/search-text.ts'

export interface FoundMethod {
  readonly id: CollectionMethodId
  readonly code: string
  readonly name: string
  readonly countMeaning: CountMeaning
}

/**
 * The collection method that a typed code or name stands for. An empty cell means the council's first method, which
 * the grid shows in the cell: nearly every slip of a bundle is 戸別. Null when nothing fits.
 */
export function findMethod(methods: GroundData['methods'], text: string): FoundMethod | null {
  const typed = text.normalize('NFKC').trim()
  const name = normalizeForSearch(text)
  for (const [id, method] of methods) {
    const isMeant = typed === '' ? !method.isClosed : method.code === typed || normalizeForSearch(method.name) === name
    if (isMeant) return { id, code: method.code, name: method.name, countMeaning: method.countMeaning }
  }
  return null
}
