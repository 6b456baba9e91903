import type { TableFileFailure } from '@sasaeai/domain/import/table-file-failures'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import Encoding from 'encoding-japanese'
import iconv from 'iconv-lite'

export interface DecodedText {
  readonly encoding: 'utf-8' | 'utf-16' | 'cp932'
  /** Without a byte order mark, and without the Ctrl-Z that DOS programs put at the end. */
  readonly text: string
}

/**
 * The text of a file in UTF-8, UTF-16 with BOM or CP932, and which of them it is. What is in none of them is refused
 * rather than read as 文字化け.
 */
export function decodeTableText(bytes: Uint8Array): Outcome<DecodedText, TableFileFailure> {
  const isUtf16 = utf16LabelOf(bytes) !== null
  // No text holds NUL, but every second byte of UTF-16 may be one.
  if (!isUtf16 && bytes.includes(0)) return fail('file_not_a_table')
  const decoded = decodedText(bytes)
  if (decoded === null) return fail('file_encoding_unknown')
  const text = withoutEndOfFile(decoded.text)
  // A web page or XML saved under a table's name is no table either.
  if (unprintable.test(text) || markup.test(text)) return fail('file_not_a_table')
  return succeed({ encoding: decoded.encoding, text })
}

const endOfFile = '\u001a'

/** Looks at the end only: a pattern would search from every character of the file. */
function withoutEndOfFile(text: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === endOfFile) end -= 1
  return text.slice(0, end)
}

/** Control characters but for tab and line breaks, and vertical tab and form feed, which old programs write. */
const unprintable = /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/u
const markup = /^\s*<(!doctype|html|\?xml|table|meta)\b/i

/** A text of Japanese in CP932 is practically never valid UTF-8, so validity decides. */
function decodedText(bytes: Uint8Array): DecodedText | null {
  const utf16 = utf16LabelOf(bytes)
  if (utf16 !== null) return strictly('utf-16', utf16, bytes)
  return strictly('utf-8', 'utf-8', bytes) ?? cp932Text(bytes)
}

function utf16LabelOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

function strictly(encoding: DecodedText['encoding'], label: string, bytes: Uint8Array): DecodedText | null {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes)
    // ISO-2022-JP is pure ASCII to the eye of UTF-8, with escape sequences between.
    return text.includes(escapeCharacter) ? null : { encoding, text }
  } catch {
    return null
  }
}

const escapeCharacter = '\u001b'

function cp932Text(bytes: Uint8Array): DecodedText | null {
  const text = iconv.decode(Buffer.from(bytes), 'cp932')
  const isSure = !text.includes('\ufffd') && !text.includes(escapeCharacter) && !isEucJp(bytes)
  return isSure ? { encoding: 'cp932', text } : null
}

/**
 * EUC-JP also reads as CP932, as nonsense of half-width kana; and half-width kana in CP932 reads as EUC-JP, as nonsense
 * of kanji. Only true EUC-JP shows kana.
 */
function isEucJp(bytes: Uint8Array): boolean {
  if (Encoding.detect(bytes, ['SJIS', 'EUCJP']) !== 'EUCJP') return false
  return /[ぁ-んァ-ヶ]/.test(iconv.decode(Buffer.from(bytes), 'euc-jp'))
}
