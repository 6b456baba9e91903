import type { AreaId } from '../ids.ts'
import { normalizeForSearch } from '../text/search-text.ts'

/** An area as far as proposing it needs. */
export interface ProposableArea {
  readonly areaId: AreaId
  readonly name: string
  /** How deep it lies in the tree; 0 is the whole council. */
  readonly level: number
}

/** What the names of areas end in and addresses do not. */
const endings = /(第?[一二三四五六七八九十\d]+区?)?(自治会|町内会|行政区|校区|地区|区)$/

/**
 * The areas that an address may lie in, the likeliest first: those whose name, without 自治会 or 校区, stands in it. A longer
 * name says more than a shorter one, a deeper area more than one above it. Addresses only hint at areas, so it is a person
 * who chooses.
 */
export function proposedAreas<Area extends ProposableArea>(address: string, areas: readonly Area[]): Area[] {
  const wanted = inFigures(address)
  if (wanted === '') return []
  return areas
    .flatMap((area) => {
      const name = longestNameIn(wanted, area.name)
      return area.level === 0 || name === '' ? [] : [{ area, length: name.length }]
    })
    .toSorted((left, right) => right.length - left.length || right.area.level - left.area.level)
    .slice(0, 3)
    .map(({ area }) => area)
}

/** The whole name first: 日吉一丁目 says more than 日吉. A name of one character stands in half of all addresses. */
function longestNameIn(address: string, areaName: string): string {
  const forms = [areaName.replace(/(自治会|町内会|行政区|校区|地区)$/, ''), areaName.replace(endings, '')].map(inFigures)
  return forms.find((form) => Array.from(form).length > 1 && address.includes(form)) ?? ''
}

/** 一丁目 and 1丁目 are one thing. */
function inFigures(text: string): string {
  return normalizeForSearch(text).replace(/[一二三四五六七八九]丁目/g, (found) => `${'〇一二三四五六七八九'.indexOf(found.charAt(0))}丁目`)
}
