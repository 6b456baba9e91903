import { eraYearOfFiscalYear } from '../calendar/japanese-era.ts'
import type { FiscalYear } from '../calendar/fiscal-year.ts'

/** How a series writes its numbers. */
export interface ReceiptNumbering {
  /** `寄附{年}-{番号}`: {年} is the year of the era (08), {西暦} the western one (2026); it stands for the fiscal year. */
  readonly pattern: string
  /** {番号} has at least so many digits. */
  readonly digits: number
}

export interface ReceiptNumber {
  /** The year in which it was issued. */
  readonly fiscalYear: FiscalYear
  readonly number: number
}

/** 領収書番号 as it is printed: `会費08-00012` is the twelfth receipt for dues in 令和8年度. */
export function formatReceiptNumber({ pattern, digits }: ReceiptNumbering, { fiscalYear, number }: ReceiptNumber): string {
  return pattern
    .replaceAll('{年}', String(eraYearOfFiscalYear(fiscalYear)).padStart(2, '0'))
    .replaceAll('{西暦}', String(fiscalYear))
    .replaceAll('{番号}', String(number).padStart(digits, '0'))
}

/** Whether every number of every year is written differently, so that a series can be numbered by it. */
export function isReceiptPattern(pattern: string): boolean {
  const places = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, place]) => place)
  const isKnown = places.every((place) => place === '年' || place === '西暦' || place === '番号')
  const rest = pattern.replaceAll(/\{(年|西暦|番号)\}/g, '')
  // Two places side by side would run into each other: 8 and 112 look like 81 and 12.
  return isKnown && !/[{}]/.test(rest) && !/\}\{/.test(pattern) && places.includes('番号') && places.filter((place) => place === '番号').length === 1
    && (places.includes('年') || places.includes('西暦')) && !/\}\d|\d\{/.test(pattern)
}
