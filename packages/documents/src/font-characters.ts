import { open } from 'node:fs/promises'

/** Which characters a font has a glyph for. */
export interface FontCharacters {
  has(codePoint: number): boolean
  /** Whether it has, or knows to be its usual one, the form that a variation selector asks of a character: 葛 with U+E0100. */
  hasVariation(codePoint: number, selector: number): boolean
}

/**
 * Reads the table `cmap` of a TrueType font, and nothing else of its megabytes. Source: OpenType specification 1.9.1,
 * cmap, formats 12 (characters) and 14 (variation sequences); fonts with rare kanji have both.
 * @throws Error when the font has no map of format 12.
 */
export async function readFontCharacters(file: string): Promise<FontCharacters> {
  const cmap = await readCmap(file)
  const ranges = rangesOf(subtable(cmap, 12))
  const variations = variationsOf(subtable(cmap, 14))
  return {
    has: (codePoint) => isWithin(ranges, codePoint),
    hasVariation(codePoint, selector) {
      const known = variations.get(selector)
      return known !== undefined && (known.own.has(codePoint) || isWithin(known.usual, codePoint))
    },
  }
}

/** First and last code points by turns, ascending. */
type Ranges = Uint32Array

interface Variations {
  /** Characters whose usual glyph is the one that is asked for. */
  readonly usual: Ranges
  /** Characters that have a glyph of their own for it. */
  readonly own: ReadonlySet<number>
}

async function readCmap(file: string): Promise<Buffer> {
  const font = await open(file)
  try {
    const part = async (position: number, length: number) => (await font.read(Buffer.alloc(length), 0, length, position)).buffer
    const tables = (await part(4, 2)).readUInt16BE()
    const directory = await part(12, tables * 16)
    for (let at = 0; at < directory.length; at += 16) {
      if (directory.toString('latin1', at, at + 4) === 'cmap') return await part(directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12))
    }
    throw new Error(`${file} has no cmap`)
  } finally {
    await font.close()
  }
}

/** The first map of a format; undefined when there is none. */
function subtable(cmap: Buffer, format: number): Buffer | undefined {
  const count = cmap.readUInt16BE(2)
  for (let index = 0; index < count; index += 1) {
    const part = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4))
    if (part.readUInt16BE() === format) return part
  }
  return undefined
}

function rangesOf(map: Buffer | undefined): Ranges {
  if (map === undefined) throw new Error('the font has no map of all characters')
  const count = map.readUInt32BE(12)
  return Uint32Array.from({ length: count * 2 }, (_, index) => map.readUInt32BE(16 + Math.floor(index / 2) * 12 + (index % 2) * 4))
}

function variationsOf(map: Buffer | undefined): Map<number, Variations> {
  const variations = new Map<number, Variations>()
  if (map === undefined) return variations
  const count = map.readUInt32BE(6)
  for (let index = 0; index < count; index += 1) {
    const at = 10 + index * 11
    const [usual, own] = [map.readUInt32BE(at + 3), map.readUInt32BE(at + 7)]
    variations.set(map.readUIntBE(at, 3), {
      usual: usual === 0 ? new Uint32Array() : usualOf(map.subarray(usual)),
      own: own === 0 ? new Set() : ownOf(map.subarray(own)),
    })
  }
  return variations
}

function usualOf(part: Buffer): Ranges {
  return Uint32Array.from({ length: part.readUInt32BE() * 2 }, (_, index) => {
    const at = 4 + Math.floor(index / 2) * 4
    const first = part.readUIntBE(at, 3)
    return index % 2 === 0 ? first : first + part.readUInt8(at + 3)
  })
}

function ownOf(part: Buffer): Set<number> {
  return new Set(Array.from({ length: part.readUInt32BE() }, (_, index) => part.readUIntBE(4 + index * 5, 3)))
}

function isWithin(ranges: Ranges, codePoint: number): boolean {
  let [low, high] = [0, ranges.length / 2 - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    if (codePoint < (ranges[middle * 2] ?? 0)) high = middle - 1
    else if (codePoint > (ranges[middle * 2 + 1] ?? 0)) low = middle + 1
    else return true
  }
  return false
}
