import { normalizeForSearch } from '../text/search-text.ts'

/** What the columns of a file were found to mean. */
export interface FoundColumns<Column extends string> {
  /** Where each known column stands in the file. */
  readonly positions: ReadonlyMap<Column, number>
  /** Headings that mean nothing to the import; shown, so that nobody thinks they came in. */
  readonly ignored: readonly string[]
}

/**
 * Finds out what the columns of an import file mean, by the headings that offices give each of them; the first of two equal
 * headings counts. Headings are compared in the form that `fold` gives them: without regard to width, case, kana, blanks and
 * hyphens unless told otherwise.
 */
export function columnFinder<Column extends string>(
  columns: readonly Column[],
  headingsByColumn: Readonly<Record<Column, readonly string[]>>,
  fold: (heading: string) => string = normalizeForSearch,
): (headings: readonly string[]) => FoundColumns<Column> {
  const columnByHeading = new Map(columns.flatMap((column) => headingsByColumn[column].map((heading) => [fold(heading), column] as const)))
  return (headings) => {
    const positions = new Map<Column, number>()
    const ignored: string[] = []
    headings.forEach((heading, position) => {
      const column = columnByHeading.get(fold(heading))
      if (column !== undefined && !positions.has(column)) positions.set(column, position)
      else if (heading !== '') ignored.push(heading)
    })
    return { positions, ignored }
  }
}

/** Headings of files that programs wrote: compared without regard to underscores as well. */
export function foldProgramHeading(heading: string): string {
  return normalizeForSearch(heading.replaceAll('_', ''))
}
