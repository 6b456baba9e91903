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
  readonly email?: string
  /** Further telephone numbers and e-mail addresses (そのほかの連絡先). */
  readonly contactPoints?: readonly string[]
}): string {
  const { name, kana, number, phone, address, email = '', contactPoints = [] } = supporter
  const further = [email, ...contactPoints].filter((part) => part !== '')
  return [name, kana, String(number), phone, address, ...further].map(normalizeForSearch).join('|')
}
