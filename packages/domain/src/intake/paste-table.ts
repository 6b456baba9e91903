/**
 * The cells of a table copied from a spreadsheet, row by row. Cells are parted by tabs and rows by line ends; a cell
 * that holds either, or a quotation mark, comes quoted with its own marks doubled. The line end after the last row is
 * no row. Inside a cell, line ends become blanks, because a cell of the grid has one line.
 */
export function readPastedTable(text: string): string[][] {
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= plain.length) {
    const cell = readCell(plain, at)
    row.push(cell.text.replaceAll('\n', ' '))
    at = cell.end
    if (plain[at] === '\t') {
      at += 1
      continue
    }
    rows.push(row)
    row = []
    at += 1
    if (at >= plain.length) break
  }
  return rows
}

/** Whether a pasted text is a table rather than the content of one cell. */
export function isPastedTable(text: string): boolean {
  return /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''))
}

/** One cell from `start`; `end` stands on the tab or line end behind it, or behind the text. */
function readCell(text: string, start: number): { text: string; end: number } {
  const quoted = text[start] === '"' ? readQuoted(text, start) : null
  if (quoted !== null) return quoted
  const end = firstOf(text, start)
  return { text: text.slice(start, end), end }
}

/** Null when the opening mark is never closed before a cell's end: then it is an ordinary character. */
function readQuoted(text: string, start: number): { text: string; end: number } | null {
  let content = ''
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') {
      content += text[at] ?? ''
    } else if (text[at + 1] === '"') {
      content += '"'
      at += 1
    } else {
      const end = at + 1
      return end === text.length || text[end] === '\t' || text[end] === '\n' ? { text: content, end } : null
    }
  }
  return null
}

function firstOf(text: string, start: number): number {
  const offset = text.slice(start).search(/[\t\n]/)
  return offset === -1 ? text.length : start + offset
}
