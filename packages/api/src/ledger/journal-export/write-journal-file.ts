import type { CsvEncoding } from '@sasaeai/documents/write-csv'
import { isTypedText } from '@sasaeai/domain/ledger/journal-export/journal-field'
import { type ExportedEntry, journalCells } from '@sasaeai/domain/ledger/journal-export/journal-lines'
import type { JournalFileEncoding, JournalSnapshot } from '@sasaeai/domain/ledger/journal-export/journal-profile'
import type { Failure } from '@sasaeai/domain/outcome/outcome'

/** What CP932 cannot carry was met; the file has to be given up. */
export class JournalFileRefused extends Error {
  readonly failure: Failure<'journal_export_characters'>
  constructor(about: string | undefined) {
    super('a character has no form in CP932')
    this.failure = { ok: false, code: 'journal_export_characters', ...(about === undefined ? {} : { about }) }
  }
}

const encodings: Readonly<Record<JournalFileEncoding, CsvEncoding>> = { cp932: 'cp932', utf8: 'utf-8', utf8_bom: 'utf-8-bom' }

/** The file, chunk by chunk: the same entries and the same snapshot always give the same bytes. @throws JournalFileRefused */
export async function* writeJournalFile(chunks: AsyncIterable<readonly ExportedEntry[]>, form: JournalSnapshot): AsyncGenerator<Uint8Array> {
  const { csvEncoder } = await import('@sasaeai/documents/write-csv')
  const { columns } = form.mapping
  const encoder = csvEncoder({
    headings: columns.map(({ heading }) => heading),
    encoding: encodings[form.encoding],
    lineEnding: form.lineEnding === 'crlf' ? '\r\n' : '\n',
    hasHeadings: form.hasHeader,
    verbatim: new Set(columns.flatMap((column, place) => (isTypedText(column) ? [] : [place]))),
  })
  for await (const entries of chunks) {
    const written = encoder.encode(entries.flatMap((entry) => journalCells(entry, form)))
    if (!written.ok) throw new JournalFileRefused(written.about)
    yield written.bytes
  }
}
