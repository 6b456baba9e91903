import { z } from 'zod'

/** Kinds of pictures that a seal may be. */
export const sealMediaTypes = ['image/png', 'image/jpeg'] as const
export type SealMediaType = (typeof sealMediaTypes)[number]

/** The largest picture of a seal, in bytes. */
export const largestSealBytes = 300 * 1024

/** 印影 as it is uploaded: a PNG or JPEG in Base64. */
export const saveReceiptSealSchema = z.object({
  file: z.base64('画像を読み取れません。PNGかJPEGのファイルを選んでください。').max(Math.ceil(largestSealBytes / 3) * 4 + 4, '画像が大きすぎます。300KBまでのPNGかJPEGにしてください。'),
})
export type SaveReceiptSealInput = z.output<typeof saveReceiptSealSchema>

/** What kind of picture bytes are by what they begin with, whatever a file is called; null when they are neither. */
export function sealMediaTypeOf(bytes: Uint8Array): SealMediaType | null {
  const begins = (...wanted: number[]) => wanted.every((byte, index) => bytes[index] === byte)
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  return begins(0xff, 0xd8, 0xff) ? 'image/jpeg' : null
}
