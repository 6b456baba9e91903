/** A rectangle in millimetres from the upper left corner of its picture. */
export interface Bar {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Hatch {
  readonly fill: string
  readonly lines?: readonly Slope[]
  readonly stroke?: string
  /** Millimetres from line to line. */
  readonly gap?: number
}
type Place = readonly [x: number, y: number]
type Slope = 'rising' | 'falling' | 'level' | 'upright'

/** What lies beside each other is told apart by its hatching, so that a copy in black says the same. */
const hatches: readonly Hatch[] = [
  { fill: '#2b3f9e' },
  { fill: '#ffffff', lines: ['rising'], stroke: '#2b3f9e', gap: 1.4 },
  { fill: '#b9c2ea' },
  { fill: '#ffffff', lines: ['level'], stroke: '#1a1a1c', gap: 1.3 },
  { fill: '#6d7fd6', lines: ['falling'], stroke: '#ffffff', gap: 2 },
  { fill: '#ffffff', lines: ['upright'], stroke: '#2b3f9e', gap: 1.5 },
  { fill: '#767680' },
  { fill: '#ffffff', lines: ['level', 'upright'], stroke: '#767680', gap: 1.8 },
  { fill: '#dcdce2', lines: ['rising'], stroke: '#1a1a1c', gap: 2.4 },
  { fill: '#ffffff', lines: ['rising', 'falling'], stroke: '#2b3f9e', gap: 2 },
  { fill: '#1a1a1c' },
  { fill: '#dcdce2', lines: ['upright'], stroke: '#1a1a1c', gap: 2.4 },
  { fill: '#ffffff' },
]

/**
 * A bar as SVG. Its hatching is drawn line by line: patterns of SVG come into the file in an order that differs from one
 * making to the next, and the same paper would not be the same bytes.
 */
export function hatchedBar(bar: Bar, kind: number): string {
  const { fill, lines = [], stroke = '#1a1a1c', gap = 2 } = hatches[kind % hatches.length] ?? { fill: '#ffffff' }
  const outline = `x="${round(bar.x)}" y="${round(bar.y)}" width="${round(bar.width)}" height="${round(bar.height)}"`
  const drawn = lines.flatMap((slope) => linesIn(bar, slope, gap)).join('')
  const hatching = drawn === '' ? '' : `<path d="${drawn}" stroke="${stroke}" stroke-width="0.25" fill="none"/>`
  return `<rect ${outline} fill="${fill}"/>${hatching}<rect ${outline} fill="none" stroke="#1a1a1c" stroke-width="0.15"/>`
}

function linesIn({ x, y, width, height }: Bar, slope: Slope, gap: number): string[] {
  const [right, bottom] = [x + width, y + height]
  const line = ([x1, y1]: Place, [x2, y2]: Place) => (x2 - x1 + Math.abs(y2 - y1) < 0.01 ? '' : `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`)
  switch (slope) {
    case 'level':
      return steps(y, bottom, gap).map((at) => line([x, at], [right, at]))
    case 'upright':
      return steps(x, right, gap).map((at) => line([at, y], [at, bottom]))
    case 'rising':
      return steps(x + y, right + bottom, gap).map((at) => {
        const [from, to] = [Math.max(x, at - bottom), Math.min(right, at - y)]
        return line([from, at - from], [to, at - to])
      })
    case 'falling':
      return steps(x - bottom, right - y, gap).map((at) => {
        const [from, to] = [Math.max(x, at + y), Math.min(right, at + bottom)]
        return line([from, from - at], [to, to - at])
      })
  }
}

/** The multiples of a step between two bounds, so that neighbours have their lines in one grid. */
function steps(from: number, to: number, step: number): number[] {
  const first = Math.floor(from / step) + 1
  return Array.from({ length: Math.max(0, Math.ceil(to / step) - first) }, (_, place) => (first + place) * step)
}

function round(mm: number): number {
  return Math.round(mm * 100) / 100
}
