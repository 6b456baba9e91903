import { type FiscalYear, isFiscalYear } from './fiscal-year.ts'
import { calendarYearOfEra, japaneseEras } from './japanese-era.ts'

/**
 * Reads a fiscal year as tables head their columns and lines, in full or half width: `令和7年度`, `令和元年度`, `R7`,
 * `平成30`, `2025年度`, `2025`. Null where it cannot be read; a bare `7` says no era and is not guessed at.
 */
export function parseFiscalYear(text: string): FiscalYear | null {
  const typed = text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase().replace(/(年度|年|度)$/, '')
  const year = yearOf(typed)
  return isFiscalYear(year) ? year : null
}

function yearOf(typed: string): number | null {
  if (/^\d{4}$/.test(typed)) return Number(typed)
  const [, word = '', eraYear = ''] = /^(令和|平成|昭和|令|平|昭|[RHS])(元|\d{1,2})$/.exec(typed) ?? []
  const era = word === '' ? undefined : japaneseEras.find(({ name, letter }) => name.startsWith(word) || letter === word)
  return era === undefined ? null : calendarYearOfEra(era, eraYear === '元' ? 1 : Number(eraYear))
}
