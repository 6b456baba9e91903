import type { TableFileFailure } from '@sasaeai/domain/import/table-file-failures'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import Papa from 'papaparse'
import { mostTableLines, tableLineOf, type TableLine } from './table-line.ts'

/** As many as a sheet of Excel has: more empty lines than this are no accident. */
const mostLinesOfFile = 1_048_576

/**
 * The lines of a CSV or TSV that hold anything. A quote that is not closed is refused with its line, because it would
 * swallow the lines after it.
 * @param delimiter null to find out whether commas or tabs part the cells.
 */
export function parseDelimitedText(text: string, delimiter: '\t' | null): Outcome<TableLine[], TableFileFailure> {
  const lines: TableLine[] = []
  let lineNumber = 0
  let failure: ReturnType<typeof fail<TableFileFailure>> | null = null
  Papa.parse<string[]>(text, {
    delimiter: delimiter ?? '',
    delimitersToGuess: [',', '\t'],
    // Line by line, so that millions of empty lines never stand in memory.
    step: ({ data, errors }, parser) => {
      lineNumber += 1
      const line = tableLineOf(lineNumber, data)
      if (line) lines.push(line)
      const quoteIsBroken = errors.some(({ type }) => type === 'Quotes')
      if (quoteIsBroken) failure = fail('file_quote_broken', { about: String(lineNumber) })
      else if (lines.length > mostTableLines || lineNumber > mostLinesOfFile) failure = fail('file_too_many_rows')
      if (failure) parser.abort()
    },
  })
  return failure ?? (lines.length === 0 ? fail('file_empty') : succeed(lines))
}
