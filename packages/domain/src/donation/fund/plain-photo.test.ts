import { expect, test } from 'vitest'
import { plainPhoto } from './plain-photo.ts'

const text = (words: string) => Array.from(words, (character) => character.charCodeAt(0))
const secret = '33.3192N 130.5083E'
const bytesOf = (photo: ReturnType<typeof plainPhoto>) => Array.from(photo?.bytes ?? [])
const says = (photo: ReturnType<typeof plainPhoto>, words: string) => String.fromCharCode(...bytesOf(photo)).includes(words)

/** A part of a JPEG: marker, length, content. */
const part = (marker: number, content: readonly number[]) => [0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff, ...content]
const jfif = part(0xe0, [...text('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0])
const table = part(0xdb, [0, ...Array.from({ length: 64 }, () => 1)])
/** 0xff in a scan is followed by 0 or a restart; neither ends it. */
const scan = [...part(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]
const exifWith = (turned: number, isLittle: boolean) => {
  const short = (value: number) => (isLittle ? [value, 0] : [0, value])
  const entry = [...(isLittle ? [0x12, 0x01] : [0x01, 0x12]), ...short(3), ...(isLittle ? [1, 0, 0, 0] : [0, 0, 0, 1]), ...short(turned), 0, 0]
  const tiff = [...text(isLittle ? 'II' : 'MM'), ...short(42), ...(isLittle ? [8, 0, 0, 0] : [0, 0, 0, 8]), ...short(1), ...entry, 0, 0, 0, 0, ...text(secret)]
  return part(0xe1, [...text('Exif'), 0, 0, ...tiff])
}
const jpeg = (...parts: readonly number[][]) => Uint8Array.from([0xff, 0xd8, ...parts.flat(), 0xff, 0xd9])

test('of a JPEG stays the picture; Exif, XMP, comments, previews and what is hung on behind go', () => {
  const xmp = part(0xe1, text(`http://ns.adobe.com/xap/1.0/ ${secret}`))
  const dirty = Uint8Array.from([...jpeg(exifWith(1, true), jfif, xmp, part(0xed, text(secret)), part(0xfe, text(secret)), table, scan, table, scan), ...text(secret)])
  expect(bytesOf(plainPhoto(dirty))).toEqual(Array.from(jpeg(jfif, table, scan, table, scan)))
})

test.each([[true], [false]])('which way up it is stays, in either order of bytes (little first: %s)', (isLittle) => {
  const photo = plainPhoto(jpeg(exifWith(6, isLittle), jfif, table, scan))
  expect(says(photo, secret)).toBe(false)
  expect(bytesOf(photo).slice(0, 4)).toEqual([0xff, 0xd8, 0xff, 0xe1])
  // Doing it again changes nothing: our own Exif is read like any other.
  expect(bytesOf(plainPhoto(photo?.bytes ?? new Uint8Array()))).toEqual(bytesOf(photo))
})

test('of a PNG stay the chunks that draw it', () => {
  const chunk = (name: string, content: readonly number[]) => [0, 0, 0, content.length, ...text(name), ...content, 1, 2, 3, 4]
  const png = (...chunks: readonly number[][]) => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...chunks.flat()])
  const [head, data, end] = [chunk('IHDR', [1, 2]), chunk('IDAT', [3]), chunk('IEND', [])]
  const photo = plainPhoto(png(head, chunk('tEXt', text(secret)), chunk('eXIf', text(secret)), data, chunk('tIME', [7]), end, text(secret)))
  expect(photo).toEqual({ mediaType: 'image/png', bytes: png(head, data, end) })
})

test('of a WebP stay the chunks that draw it, and its head promises no others', () => {
  const chunk = (name: string, content: readonly number[]) => [...text(name), content.length, 0, 0, 0, ...content, ...(content.length % 2 === 1 ? [0] : [])]
  const webp = (...chunks: readonly number[][]) => {
    const content = [...text('WEBP'), ...chunks.flat()]
    return Uint8Array.from([...text('RIFF'), content.length, 0, 0, 0, ...content])
  }
  const head = (flags: number) => chunk('VP8X', [flags, 0, 0, 0, 9, 0, 0, 9, 0, 0])
  const photo = plainPhoto(webp(head(0b0011_1100), chunk('VP8L', [1, 2, 3]), chunk('EXIF', text(secret)), chunk('XMP ', text(secret))))
  expect(photo).toEqual({ mediaType: 'image/webp', bytes: webp(head(0b0001_0000), chunk('VP8L', [1, 2, 3])) })
})

test.each([
  ['a text', text('<svg onload=…>')],
  ['a PDF', text('%PDF-1.7')],
  ['a JPEG that breaks off', [0xff, 0xd8, ...jfif, ...table]],
  ['a JPEG without a picture', Array.from(jpeg(jfif, table))],
  ['a PNG that breaks off', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 99, ...text('IDAT')]],
  ['a WebP that breaks off', [...text('RIFF'), 99, 0, 0, 0, ...text('WEBP')]],
  ['nothing', []],
])('%s is no photo', (_, bytes) => {
  expect(plainPhoto(Uint8Array.from(bytes))).toBeNull()
})
