import { eraYearOfFiscalYear } from '../../calendar/japanese-era.ts'
import type { FiscalYear } from '../../calendar/fiscal-year.ts'

/** What a 納入番号 stands for. */
export interface SlipNumber {
  readonly fiscalYear: FiscalYear
  /** The code of the 会員種別. */
  readonly kindCode: string
  /** Running number within the request, from 1. */
  readonly number: number
}

/** The same as it can be read off a slip, where the era is not told. */
export interface ReadSlipNumber {
  /** 8 in 令和8年度. */
  readonly eraYear: number
  readonly kindCode: string
  readonly number: number
}

/**
 * 納入番号 as it is printed: `08-1-00012-7` is 令和8年度, kind 1, number 12, and a check digit over all of it.
 */
export function formatSlipNumber({ fiscalYear, kindCode, number }: SlipNumber): string {
  const eraYear = String(eraYearOfFiscalYear(fiscalYear)).padStart(2, '0')
  const text = `${eraYear}-${kindCode}-${String(number).padStart(5, '0')}`
  return `${text}-${checkDigitOf(text)}`
}

const withHyphens = /^((\d{2,4})-([0-9A-Za-z-]+)-(\d{5,}))-(\d)$/
/** Without hyphens the five digits of the running number are counted from the end: one of six has to be typed with them. */
const withoutHyphens = /^((\d{2})([0-9A-Za-z]+)(\d{5}))(\d)$/

/**
 * Reads a typed 納入番号, full-width digits and all, with its hyphens or without; null when it has another form or its
 * check digit does not fit: then a digit is wrong, or two neighbours stand the wrong way round.
 */
export function readSlipNumber(typed: string): ReadSlipNumber | null {
  const text = plainFormOf(typed)
  const parts = withHyphens.exec(text) ?? withoutHyphens.exec(text)
  if (parts === null) return null
  const [, whole = '', eraYear = '', kindCode = '', number = '', digit = ''] = parts
  if (checkDigitOf(whole) !== Number(digit)) return null
  return { eraYear: Number(eraYear), kindCode, number: Number(number) }
}

/**
 * Whether a typed text can be meant for nothing but a 納入番号, right or wrong: four parts with hyphens, or nine digits
 * of which the first is 0. Longer ones without hyphens may be telephone numbers.
 */
export function hasFormOfSlipNumber(typed: string): boolean {
  const text = plainFormOf(typed)
  return withHyphens.test(text) || /^0\d{8}$/.test(text)
}

function plainFormOf(typed: string): string {
  return typed.trim().normalize('NFKC').replace(/[‐‑–—―−ー]/g, '-')
}

/**
 * H. M. Damm's quasigroup of order 10: no two digits lead to the same place, and no two neighbours may be exchanged
 * unseen. Unlike modulus 11 it needs no eleventh digit, unlike Luhn it also sees 09 written 90.
 * Source: H. M. Damm, Total anti-symmetrische Quasigruppen, Marburg 2004.
 */
const quasigroup = [
  '0317598642', '7092154863', '4206871359', '1750983426', '6123045978',
  '3674209581', '5869720134', '8945362017', '9438617205', '2581436790',
]

function checkDigitOf(text: string): number {
  let digit = 0
  for (const next of digitsOf(text)) digit = Number(quasigroup[digit]?.[next])
  return digit
}

/** Hyphens stand for nothing; a letter of a kind's code counts as the two digits of its place, A being 10 and a 40. */
function digitsOf(text: string): number[] {
  return Array.from(text.replaceAll('-', '')).flatMap((character) => {
    if (/\d/.test(character)) return [Number(character)]
    const place = (character.codePointAt(0) ?? 0) - (/[A-Z]/.test(character) ? 55 : 57)
    return [Math.floor(place / 10), place % 10]
  })
}
