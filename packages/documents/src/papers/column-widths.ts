import type { ReportColumn } from '@sasaeai/domain/funding-indicator/report-table'

/** How the letters of a table are set: their size in points, and the room on either side of a cell in millimetres. */
interface TableLetters {
  readonly pt: number
  readonly insetMm: number
}

/** What stands between the margins of an A4. */
export const paperWidthMm = 176

/** What is left over goes to the columns in these shares; words need none of it more than figures do. */
const shares: Record<ReportColumn['kind'], number> = { text: 3, rate: 1.4, yen: 2.2, count: 1.3 }

/** A heading may be broken into lines as short as this, in letters. */
const headingLetters = 5
/** What letters take beyond their rough widths, in letters. */
const slack = 0.4
/** A column of words is never narrower, in letters, however long the words of another one are. */
const fewestLetters = 8

/**
 * The widths of a table's columns in millimetres, which together are the width of the paper. A figure is never broken:
 * its column is as wide as the longest of them. Words take what the figures leave, and are broken where that is too little.
 * `rows` are the cells as they are printed, the total among them.
 */
export function columnWidths(columns: readonly ReportColumn[], rows: readonly (readonly string[])[], letters: TableLetters): number[] {
  const mmPerLetter = letters.pt * 0.3528
  const needed = columns.map(({ heading }, place) => {
    const longest = Math.max(Math.min(lettersIn(heading), headingLetters), ...rows.map((row) => lettersIn(row[place] ?? '')))
    return (longest + slack) * mmPerLetter + 2 * letters.insetMm
  })
  const spare = paperWidthMm - sum(needed)
  if (spare >= 0) {
    const whole = sum(columns.map(({ kind }) => shares[kind]))
    return columns.map(({ kind }, place) => (needed[place] ?? 0) + (spare * shares[kind]) / whole)
  }
  const isText = (place: number) => columns[place]?.kind === 'text'
  const figures = sum(needed.filter((_, place) => !isText(place)))
  const texts = needed.filter((_, place) => isText(place))
  const least = fewestLetters * mmPerLetter + 2 * letters.insetMm
  const beyondLeast = sum(texts.map((width) => Math.max(0, width - least)))
  const room = paperWidthMm - figures - sum(texts.map((width) => Math.min(width, least)))
  return needed.map((width, place) =>
    isText(place) ? Math.min(width, least) + (beyondLeast === 0 ? 0 : (Math.max(0, room) * Math.max(0, width - least)) / beyondLeast) : width)
}

/** In widths of a full letter; figures and Latin letters take two thirds of one, and a little more where they are bold. */
function lettersIn(words: string): number {
  return sum([...words].map((letter) => (letter <= '~' ? 0.69 : 1)))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, each) => whole + each, 0)
}
