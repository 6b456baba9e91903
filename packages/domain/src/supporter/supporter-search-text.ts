import { normalizeForSearch } from '../text/search-text.ts'

/**
 * The stored text that supporters are searched by. It opens with the name, so that one typed character can ask for
 * names that begin with it; the parts are fenced off, so that no match runs from one into the next, and the search of
 * postings reads only the first three.
 */
export function supporterSearchText(supporter: {
  readonly number: number
  readonly name: string
  readonly kana: string
  readonly phone: string
  readonly address: string
}): string {
  const { name, kana, number, phone, address } = supporter
  return [name, kana, String(number), phone, address].map(normalizeForSearch).join('|')
}
