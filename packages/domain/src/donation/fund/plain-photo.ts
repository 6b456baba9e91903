/** The kinds of photos that are shown to everybody. */
type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp'

interface PlainPhoto {
  readonly mediaType: PhotoType
  readonly bytes: Uint8Array
}

/**
 * A photo without what its camera wrote beside the picture: place, time, device, owner, a small preview of the picture before it was
 * cut. What is needed to show it stays, as does which way up it is; parts of kinds that are not named here go. Null for what is not
 * a whole JPEG, PNG or WebP.
 */
export function plainPhoto(bytes: Uint8Array): PlainPhoto | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return photoOf('image/jpeg', plainJpeg(bytes))
  if (startsWith(bytes, pngSignature)) return photoOf('image/png', plainPng(bytes))
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return photoOf('image/webp', plainWebp(bytes))
  return null
}

function photoOf(mediaType: PhotoType, bytes: Uint8Array | null): PlainPhoto | null {
  return bytes === null ? null : { mediaType, bytes }
}

/** JPEG: markers with their lengths; after a start of scan the picture itself, in which 0xff is followed by 0 or a restart. */
function plainJpeg(bytes: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)]
  let turned = 1
  let at = 2
  let hasScan = false
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return null
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) return hasScan ? joined([...parts.slice(0, 1), ...orientationPart(turned), ...parts.slice(1), bytes.subarray(at, at + 2)]) : null
    const end = at + 2 + bigEndian(bytes, at + 2, 2)
    if (end < at + 4 || end > bytes.length) return null
    if (marker === 0xe1 && textAt(bytes, at + 4, 4) === 'Exif') turned = orientationIn(bytes.subarray(at + 10, end)) ?? turned
    const next = marker === 0xda ? endOfScan(bytes, end) : end
    if (marker === 0xda) hasScan = true
    if (isKeptMarker(marker)) parts.push(bytes.subarray(at, next))
    at = next
  }
  return null
}

/** JFIF's head, how Adobe mixed the colours, tables, frames and scans. The other APPn hold Exif, XMP and the like; COM holds words. */
function isKeptMarker(marker: number): boolean {
  return marker === 0xe0 || marker === 0xee || (marker >= 0xc0 && marker < 0xe0)
}

function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
    at += 1
  }
  return bytes.length
}

/** Which way up the picture is, 1 to 8, by the first table of its Exif; null where that is not said. */
function orientationIn(tiff: Uint8Array): number | null {
  const isLittle = textAt(tiff, 0, 2) === 'II'
  const read = (at: number, length: number) => (isLittle ? littleEndian(tiff, at, length) : bigEndian(tiff, at, length))
  const table = read(4, 4)
  for (let entry = 0; entry < Math.min(read(table, 2), 200); entry += 1) {
    const at = table + 2 + entry * 12
    if (read(at, 2) !== 0x0112) continue
    const turned = read(at + 8, 2)
    return turned >= 1 && turned <= 8 ? turned : null
  }
  return null
}

/** An Exif of our own that says nothing but which way up the picture is; none where it stands upright. */
function orientationPart(turned: number): Uint8Array[] {
  if (turned === 1) return []
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0]
  return [Uint8Array.from([0xff, 0xe1, 0, tiff.length + 8, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff])]
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const keptPngChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs', 'IDAT', 'IEND'])

/** PNG: chunks of length, name, content and check sum, up to the last one. */
function plainPng(bytes: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bigEndian(bytes, at, 4)
    const name = textAt(bytes, at + 4, 4)
    if (end > bytes.length) return null
    if (keptPngChunks.has(name)) parts.push(bytes.subarray(at, end))
    if (name === 'IEND') return joined(parts)
    at = end
  }
  return null
}

const keptWebpChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'])
const imageChunks = new Set(['VP8 ', 'VP8L', 'ANMF'])

/** WebP: chunks of name, length and content, filled up to an even length. */
function plainWebp(bytes: Uint8Array): Uint8Array | null {
  const whole = 8 + littleEndian(bytes, 4, 4)
  if (whole > bytes.length) return null
  const parts: Uint8Array[] = []
  let hasImage = false
  for (let at = 12; at + 8 <= whole; ) {
    const length = littleEndian(bytes, at + 4, 4)
    const end = at + 8 + length + (length % 2)
    const name = textAt(bytes, at, 4)
    if (end > whole) return null
    if (imageChunks.has(name)) hasImage = true
    if (keptWebpChunks.has(name)) parts.push(name === 'VP8X' ? withoutExtras(bytes.subarray(at, end)) : bytes.subarray(at, end))
    at = end
  }
  if (!hasImage) return null
  const content = joined(parts)
  const head = Uint8Array.from([...bytes.subarray(0, 4), 0, 0, 0, 0, ...bytes.subarray(8, 12)])
  new DataView(head.buffer).setUint32(4, content.length + 4, true)
  return joined([head, content])
}

/** The head of an extended WebP, which no longer promises a colour profile, Exif or XMP. */
function withoutExtras(chunk: Uint8Array): Uint8Array {
  const plain = chunk.slice()
  plain[8] = (plain[8] ?? 0) & ~0b0010_1100
  return plain
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, place) => bytes[place] === byte)
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}

function bigEndian(bytes: Uint8Array, at: number, length: number): number {
  return bytes.subarray(at, at + length).reduce((sum, byte) => sum * 256 + byte, 0)
}

function littleEndian(bytes: Uint8Array, at: number, length: number): number {
  return bytes.subarray(at, at + length).reduceRight((sum, byte) => sum * 256 + byte, 0)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
