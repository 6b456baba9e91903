import type { PairedBar } from '@sasaeai/domain/funding-indicator/board-pack/board-pack'
import { printedCell } from '@sasaeai/domain/funding-indicator/report-table'
import { type Bar, hatchedBar } from './hatched-bar.ts'

/** Everything in millimetres of paper. */
const width = 176
/** Words of a chart. The paper sets them itself: an SVG would bring fonts of its own into the file. */
export interface ChartWords {
  readonly words: string
  /** Where they begin, end or have their middle, and their baseline. */
  readonly x: number
  readonly y: number
  readonly side: 'start' | 'middle' | 'end'
  readonly size: number
}

/** A chart as its paper reads it: bars as SVG, and words at their places. */
export interface DrawnChart {
  readonly svg: string
  readonly height: number
  readonly labels: readonly ChartWords[]
}

function drawn(height: number, marks: readonly (string | ChartWords)[]): DrawnChart {
  const shapes = marks.filter((mark) => typeof mark === 'string').join('')
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${round(height)}" width="${width}mm" height="${round(height)}mm">${shapes}</svg>`,
    height: round(height),
    labels: marks.filter((mark) => typeof mark !== 'string'),
  }
}

/** Bars below each other, this year's before last year's; many stand in two columns. */
export function pairedBarsChart({ bars, nowName, lastName }: { bars: readonly PairedBar[]; nowName: string; lastName: string }): DrawnChart {
  const columns = bars.length > 16 ? 2 : 1
  const each = Math.ceil(bars.length / columns)
  const columnWidth = width / columns
  const names = columns === 1 ? 34 : 24
  const amounts = columns === 1 ? 26 : 20
  const room = columnWidth - names - amounts - 2
  const most = Math.max(1, ...bars.flatMap(({ nowYen, lastYen }) => [nowYen, lastYen]))
  const marks = bars.flatMap(({ name, nowYen, lastYen }, place) => {
    const x = Math.floor(place / each) * columnWidth + names
    const y = legendHeight + (place % each) * rowHeight
    const long = (yen: number) => round((Math.max(0, yen) / most) * room)
    return [
      text([x - 1.5, y + 3.9], name, { anchor: 'end', size: 2.9, room: names - 2 }),
      bar({ x, y: y + 0.8, width: long(nowYen), height: 2.7, hatch: 0 }),
      bar({ x, y: y + 3.7, width: long(lastYen), height: 1.7, hatch: 1 }),
      text([x + columnWidth - names - 1, y + 3.9], printedCell(nowYen), { anchor: 'end', size: 2.7 }),
    ]
  })
  return drawn(legendHeight + each * rowHeight + 1, [...legend([nowName, lastName]), ...marks])
}

/** A column for each year, its parts upon each other; what is less than nothing is not drawn, and stands in the table. */
export function stackedColumnsChart({ names, years }: { names: readonly string[]; years: readonly { name: string; parts: readonly number[] }[] }): DrawnChart {
  const wholes = years.map(({ parts }) => parts.reduce((sum, part) => sum + Math.max(0, part), 0))
  const most = Math.max(1, ...wholes)
  const legendLines = legend(names)
  const top = legendHeight * Math.ceil(names.length / namesPerLine) + 4
  const columnWidth = width / Math.max(1, years.length)
  const thick = Math.min(18, columnWidth * 0.62)
  const marks = years.flatMap(({ name, parts }, place) => {
    const x = place * columnWidth + (columnWidth - thick) / 2
    let y = top + columnHeight
    const pieces = parts.map((part, hatch) => {
      const height = (Math.max(0, part) / most) * columnHeight
      y -= height
      return height < 0.02 ? '' : bar({ x, y, width: thick, height, hatch })
    })
    const whole = Math.round((wholes[place] ?? 0) / 10_000)
    return [...pieces, text([x + thick / 2, y - 1.2], `${printedCell(whole)}万円`, { anchor: 'middle', size: 2.6 }), text([x + thick / 2, top + columnHeight + 4], name, { anchor: 'middle', size: 2.8 })]
  })
  const line = `<path d="M0 ${round(top + columnHeight)}H${width}" stroke="#1a1a1c" stroke-width="0.3"/>`
  return drawn(top + columnHeight + 6, [...legendLines, ...marks, line])
}

const legendHeight = 6
const rowHeight = 6.4
const columnHeight = 62
const namesPerLine = 5

function legend(names: readonly string[]): (string | ChartWords)[] {
  const each = width / namesPerLine
  return names.flatMap((name, place) => {
    const [x, y] = [(place % namesPerLine) * each, Math.floor(place / namesPerLine) * legendHeight]
    return [bar({ x, y: y + 0.8, width: 4.5, height: 3, hatch: place }), text([x + 6, y + 3.4], name, { anchor: 'start', size: 2.9, room: each - 7 })]
  })
}

function bar({ hatch, ...place }: Bar & { readonly hatch: number }): string {
  return hatchedBar(place, hatch)
}

interface TextLook {
  readonly anchor: ChartWords['side']
  readonly size: number
  /** What it must fit into: longer words get smaller. */
  readonly room?: number
}

function text([x, y]: readonly [x: number, y: number], words: string, { anchor: side, size, room }: TextLook): ChartWords {
  const long = Array.from(words).reduce((sum, character) => sum + (/[\x20-\x7e]/.test(character) ? 0.6 : 1), 0) * size
  return { words, x: round(x), y: round(y), side, size: room !== undefined && long > room ? round((size * room) / long) : size }
}

function round(mm: number): number {
  return Math.round(mm * 100) / 100
}
