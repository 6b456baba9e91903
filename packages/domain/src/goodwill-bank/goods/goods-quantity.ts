import { groupDigits } from '../../money/group-digits.ts'
import type { GoodsMeasure } from './goods-category.ts'

/** How an item is counted: in pieces of its unit, or in kg. */
export interface GoodsCounting {
  readonly measure: GoodsMeasure
  /** 点, 袋, 台 …; kg where it is weighed. */
  readonly unit: string
}

/** More than this of one item at once is a slip of the finger, in pieces or grams. */
export const mostGoods = 100_000_000

/**
 * Reads a quantity as it is typed: `24`, `２４点`, `12.5`, `12.5kg`. Pieces are whole; kg may have grams behind the point.
 * Answers whole pieces or whole grams; null when it is no quantity.
 */
export function readGoodsQuantity(text: string, { measure, unit }: GoodsCounting): number | null {
  const typed = text.normalize('NFKC').replaceAll(',', '').trim()
  const words = unit.normalize('NFKC')
  const digits = words !== '' && typed.endsWith(words) ? typed.slice(0, -words.length).trim() : typed
  if (measure === 'count') return /^\d{1,9}$/.test(digits) ? withinReach(Number(digits)) : null
  const kg = /^(\d{1,6})(?:\.(\d{1,3}))?$/.exec(digits)
  if (kg === null) return null
  return withinReach(Number(kg[1]) * 1_000 + Number((kg[2] ?? '').padEnd(3, '0')))
}

function withinReach(quantity: number): number | null {
  return quantity <= mostGoods ? quantity : null
}

/** The figure alone, as lists show it below a heading that names the unit: `24`, `12.5`. */
export function goodsFigure(quantity: number, measure: GoodsMeasure): string {
  if (quantity < 0) return `△${goodsFigure(-quantity, measure)}`
  if (measure === 'count') return groupDigits(quantity)
  const grams = String(quantity % 1_000).padStart(3, '0').replace(/0+$/, '')
  return `${groupDigits(Math.floor(quantity / 1_000))}${grams === '' ? '' : `.${grams}`}`
}

/** With its unit: `24点`, `12.5kg`. */
export function formatGoods(quantity: number, { measure, unit }: GoodsCounting): string {
  return `${goodsFigure(quantity, measure)}${unit}`
}

/** What it weighs, in grams: as it was weighed, or by what one piece weighs; null where nobody knows. */
export function gramsOfGoods(quantity: number, { measure, gramsEach }: { measure: GoodsMeasure; gramsEach: number | null }): number | null {
  if (measure === 'weight') return quantity
  return gramsEach === null ? null : quantity * gramsEach
}
