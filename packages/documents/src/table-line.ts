/** One line of a table that somebody handed in: its cells as text, and the number that the line has in the file. */
export interface TableLine {
  /** 1 for the first line of the file, as spreadsheets count: a line break inside a cell begins no new line. */
  readonly lineNumber: number
  /** Without the blanks around them; shorter than the heading line when the file's line is. */
  readonly cells: readonly string[]
}

/** A table longer than this is no list that a council keeps; reading it would only take the server's memory. */
export const mostTableLines = 100_000

/** The line, or null when no cell holds anything. */
export function tableLineOf(lineNumber: number, cells: readonly string[]): TableLine | null {
  const trimmed = cells.map((cell) => cell.trim())
  return trimmed.some((cell) => cell !== '') ? { lineNumber, cells: trimmed } : null
}
