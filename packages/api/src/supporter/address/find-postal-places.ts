import { type PostalPlace, townsOfLine, townsWithin } from '@sasaeai/domain/supporter/address/postal-place'
import { parsePostalCode, type PostalCode } from '@sasaeai/domain/text/postal-code'
import { findPostalLine, type PostalLine, postalLinesWith } from './postal-code-lines.ts'

/** The towns of a postal code, in the order of the dictionary; none where it does not hold the code. */
export async function findPlacesOfCode(postalCode: PostalCode): Promise<PostalPlace[]> {
  const [ofMany, own] = await Promise.all([findPostalLine('zip5', postalCode.slice(0, 5)), findPostalLine('zip7', postalCode)])
  const places: PostalPlace[] = []
  for (const { cityCode, town } of townsOfLines(ofMany, own)) places.push({ postalCode, ...(await readMunicipality(cityCode)), town })
  return places
}

/** The towns of a code, from what its first five digits say of all of theirs and from its own line. */
function townsOfLines(ofMany: PostalLine | null, own: PostalLine | null): { cityCode: string; town: string }[] {
  const towns: { cityCode: string; town: string }[] = []
  let cityCode = ''
  for (const part of [...(ofMany?.said ?? []), ...(own?.said ?? [])]) {
    if (typeof part === 'number') cityCode = String(part).padStart(5, '0')
    else towns.push(...townsOfLine(part).map((town) => ({ cityCode, town })))
  }
  return towns
}

async function readMunicipality(code: string): Promise<{ prefecture: string; city: string }> {
  const [prefecture, city] = await Promise.all([findPostalLine('pref', code.slice(0, 2)), findPostalLine('city', code)])
  return { prefecture: nameIn(prefecture), city: nameIn(city) }
}

function nameIn(line: PostalLine | null): string {
  return String(line?.said[0] ?? '')
}

/** The towns, with their codes, that an address begins with; it has to name its municipality. The longest name of a town counts. */
export async function findPlacesOfAddress(typed: string): Promise<PostalPlace[]> {
  const address = typed.normalize('NFC').replace(/[\s　]/g, '')
  const municipalities = await municipalitiesOf(address)
  const places = await placesOfTowns(townsWithin(municipalities[0]?.rest ?? ''), municipalities)
  const longest = Math.max(...places.map(({ town }) => town.length))
  return places.filter(({ town }) => town.length === longest)
}

interface NamedMunicipality {
  readonly cityCode: string
  readonly prefecture: string
  readonly city: string
  /** What of the address comes after it. */
  readonly rest: string
}

/** The municipalities that an address begins with, by their longest spelling: 府中市 is one in two prefectures. */
async function municipalitiesOf(address: string): Promise<NamedMunicipality[]> {
  const prefectures = new Map<string, string>()
  for await (const line of postalLinesWith('pref', ['['])) prefectures.set(line.code, nameIn(line))
  const found: NamedMunicipality[] = []
  for await (const line of postalLinesWith('city', spellingsWithin(address, [...prefectures.values()]))) {
    const prefecture = prefectures.get(line.code.slice(0, 2)) ?? ''
    const behind = address.startsWith(prefecture) ? address.slice(prefecture.length) : address
    // People leave out the 郡 of a town.
    const spelling = [nameIn(line), nameIn(line).replace(/^.+?郡/, '')].find((each) => behind.startsWith(each))
    if (spelling !== undefined) found.push({ cityCode: line.code, prefecture, city: nameIn(line), rest: behind.slice(spelling.length) })
  }
  const shortest = Math.min(...found.map(({ rest }) => rest.length))
  return found.filter(({ rest }) => rest.length === shortest)
}

/** What a name of a municipality in the dictionary may end in, for the address to begin with it. */
function spellingsWithin(address: string, prefectures: readonly string[]): string[] {
  const prefecture = prefectures.find((each) => address.startsWith(each)) ?? ''
  const characters = Array.from(address.slice(prefecture.length)).slice(0, longestMunicipality)
  return characters.flatMap((last, index) => (/[市区町村]/.test(last) ? [`${characters.slice(0, index + 1).join('')}",`] : []))
}

/** 相馬郡…, and the wards of the largest cities. */
const longestMunicipality = 14

async function placesOfTowns(towns: readonly string[], municipalities: readonly NamedMunicipality[]): Promise<PostalPlace[]> {
  const lines = await gathered(postalLinesWith('zip7', towns.map((town) => JSON.stringify(town))))
  const ofMany = new Map(
    (await gathered(postalLinesWith('zip5', [...new Set(lines.map(({ code }) => `"${code.slice(0, 5)}":`))]))).map((line) => [line.code, line]),
  )
  return lines.flatMap((own) => {
    const postalCode = parsePostalCode(own.code)
    if (postalCode === null) return []
    return townsOfLines(ofMany.get(own.code.slice(0, 5)) ?? null, own).flatMap(({ cityCode, town }) => {
      const municipality = municipalities.find((each) => each.cityCode === cityCode)
      if (municipality === undefined || !towns.includes(town)) return []
      return [{ postalCode, prefecture: municipality.prefecture, city: municipality.city, town }]
    })
  })
}

async function gathered(lines: AsyncIterable<PostalLine>): Promise<PostalLine[]> {
  const all: PostalLine[] = []
  for await (const line of lines) all.push(line)
  return all
}
