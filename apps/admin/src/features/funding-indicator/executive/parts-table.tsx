import { type ComparedFigures, differenceOf, splitDifference, wholeOfParts } from '@sasaeai/domain/funding-indicator/executive/difference'
import type { DifferencePart } from '@sasaeai/domain/funding-indicator/executive/explanation'
import type { CutSide } from '@sasaeai/domain/funding-indicator/figure-filter'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { formatYenDelta, type Yen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import type { ReactNode } from 'react'
import { FigureLink } from '../figure-link.tsx'
import { SplitHelp } from './executive-words.tsx'

interface PartsTableProps<Part extends DifferencePart<unknown>> {
  readonly caption: string
  /** What the first column holds: 校区, 方法 … */
  readonly of: string
  readonly parts: readonly Part[]
  readonly name: (part: Part) => ReactNode
  /** The filter behind a figure; null where no list can be told apart. */
  readonly filterOf: (part: Part, side: CutSide) => PostingFilter | null
}

/** 増減の内訳 as a table: it adds up to the whole, and where things are counted alike it tells count and average apart. */
export function PartsTable<Part extends DifferencePart<unknown>>({ caption, of, parts, name, filterOf }: PartsTableProps<Part>) {
  const counters = new Set(parts.map(({ counter }) => counter))
  const [counter = null] = counters
  const isCounted = counters.size === 1 && counter !== null
  const columns = [...moneyColumns({ of, parts, name, filterOf }), ...(isCounted ? countColumns<Part>(counter, wholeOfParts(parts)) : [yearOnYearColumn(wholeOfParts(parts))])]
  return <DataTable caption={caption} columns={columns} rows={parts} rowKey={(part) => String(part.key)} phone="cards" />
}

function moneyColumns<Part extends DifferencePart<unknown>>({ of, parts, name, filterOf }: Omit<PartsTableProps<Part>, 'caption'>): Column<Part>[] {
  const whole = wholeOfParts(parts)
  const figure = (part: Part, side: CutSide, amountYen: Yen) => {
    const filter = filterOf(part, side)
    return filter === null ? formatYenDelta(amountYen) : <FigureLink amountYen={amountYen} filter={filter} label={`${part.name} ${side === 'this' ? '今年度' : '前年同日'}`} />
  }
  return [
    { id: 'name', header: of, isRowHeader: true, cell: name, footer: '計' },
    { id: 'now', header: '今年度（円）', align: 'end', cell: (part) => figure(part, 'this', part.thisYen), footer: formatYenDelta(whole.thisYen) },
    { id: 'last', header: '前年同日（円）', align: 'end', cell: (part) => figure(part, 'last', part.lastYen), footer: formatYenDelta(whole.lastYen) },
    { id: 'difference', header: '増減（円）', align: 'end', cell: (part) => <strong>{formatYenDelta(differenceOf(part))}</strong>, footer: formatYenDelta(differenceOf(whole)) },
  ]
}

/** Left out where counts stand beside the money: on a tablet there is no room for both. */
function yearOnYearColumn(whole: ComparedFigures): Column<ComparedFigures> {
  return { id: 'yearOnYear', header: '前年比', align: 'end', isWideOnly: true, cell: (part) => formatYearOnYear(part.thisYen, part.lastYen), footer: formatYearOnYear(whole.thisYen, whole.lastYen) }
}

function countColumns<Part extends ComparedFigures>(counter: string, whole: ComparedFigures): Column<Part>[] {
  const split = (figures: ComparedFigures, of: 'byCountYen' | 'byAverageYen' | 'thisAverageYen' | 'lastAverageYen') => {
    const amountYen = splitDifference(figures)?.[of]
    return amountYen === undefined ? '—' : formatYenDelta(amountYen)
  }
  const counts = ({ thisCount, lastCount }: ComparedFigures) => `${groupDigits(lastCount)}→${groupDigits(thisCount)}`
  const averages = (figures: ComparedFigures) => (splitDifference(figures) === null ? '—' : `${split(figures, 'lastAverageYen')}→${split(figures, 'thisAverageYen')}`)
  return [
    { id: 'count', header: `${counter}数（前年→今年）`, align: 'end', cell: counts, footer: counts(whole) },
    { id: 'average', header: `1${counter}（円）`, align: 'end', cell: averages, footer: averages(whole) },
    { id: 'byCount', header: `${counter}数による（円）`, align: 'end', help: <SplitHelp />, cell: (part) => split(part, 'byCountYen'), footer: split(whole, 'byCountYen') },
    { id: 'byAverage', header: `1${counter}当たりによる（円）`, align: 'end', cell: (part) => split(part, 'byAverageYen'), footer: split(whole, 'byAverageYen') },
  ]
}
