import type { PostalCode } from '../../text/postal-code.ts'

/** Where a postal code leads: a town of a municipality; one code may have many. */
export interface PostalPlace {
  readonly postalCode: PostalCode
  readonly prefecture: string
  /** With its 郡 or 区: 三井郡大刀洗町, 札幌市中央区. */
  readonly city: string
  /** Empty where the code stands for the whole municipality, or for what has no code of its own. */
  readonly town: string
}

/** As an address begins: 福岡県久留米市洗町. */
export function addressOfPlace({ prefecture, city, town }: PostalPlace): string {
  return `${prefecture}${city}${town}`
}

/**
 * The towns that a line of the postal dictionary names, as people write them in addresses: without bracketed ranges, and nothing
 * for remarks such as 以下に掲載がない場合 and 粟島浦村一円. A line may name several, parted by 、.
 */
export function townsOfLine(line: string): string[] {
  const plain = line.replace(/[（(][^）)]*[）)]?/g, '').replace(/「[^」]*」?/g, '')
  if (plain.endsWith('場合') || (plain.endsWith('一円') && plain !== '一円')) return ['']
  return [...new Set(plain.split('、').map((town) => town.trim()))]
}

/** The beginning that all addresses share: of 愛知県清須市春日明河原 and 愛知県清須市春日砂賀東, 愛知県清須市春日. */
export function sharedAddress(places: readonly PostalPlace[]): string {
  const [first, ...others] = places.map(addressOfPlace)
  if (first === undefined) return ''
  let length = first.length
  while (others.some((other) => !other.startsWith(first.slice(0, length)))) length -= 1
  return first.slice(0, length)
}

export interface PlacedAddress {
  readonly address: string
  /** Whether what was typed gives way to another place; house numbers stay in any case. */
  readonly replaces: boolean
}

/**
 * An address with a place put at its beginning. What was typed of the place already is not doubled: 洗町1-2 becomes
 * 福岡県久留米市洗町1-2. `filled` is the place that was put there before, which gives way.
 */
export function withPlace(typed: string, place: string, filled = ''): PlacedAddress {
  const address = typed.trim()
  const rest = filled !== '' && address.startsWith(filled) ? address.slice(filled.length) : address
  const doubled = overlapOf(place, rest)
  const replaces = doubled === 0 && rest !== '' && !/^[\d０-９\s]/.test(rest) && rest === address
  return { address: replaces ? place : place + rest.slice(doubled), replaces }
}

/** How many characters of the address are the end of the place, or all of it. */
function overlapOf(place: string, address: string): number {
  for (let from = 0; from < place.length; from += 1) {
    if (address.startsWith(place.slice(from))) return place.length - from
  }
  return 0
}

/**
 * The beginnings of an address behind its municipality that may be a town, longest first. 大字 and 字 are not written in the
 * postal dictionary, and ヶ stands there for ケ in one town and the other way round in the next.
 */
export function townsWithin(rest: string): string[] {
  const characters = Array.from(rest.trim().replace(/^(大字|字)/, '')).slice(0, longestTown)
  return characters
    .map((_, index) => characters.slice(0, characters.length - index).join(''))
    .flatMap((town) => [...new Set([town, town.replaceAll('ヶ', 'ケ'), town.replaceAll('ケ', 'ヶ')])])
}

/** Longer names of towns are those of buildings with their floors. */
const longestTown = 14
