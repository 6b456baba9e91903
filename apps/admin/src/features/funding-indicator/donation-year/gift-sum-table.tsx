import type { GiftSum } from '@sasaeai/domain/funding-indicator/donation-year/donation-year'
import type { GiftPart } from '@sasaeai/domain/funding-indicator/donation-year/gift-part'
import type { FundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import { formatRatio, formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { addYen, formatYenDelta, negateYen, yen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { GiftFigure } from './gift-figure.tsx'

interface GiftSumTableProps {
  readonly caption: string
  /** What the first column tells. */
  readonly first: string
  readonly sums: readonly GiftSum[]
  readonly total: GiftSum
  /** A gift for two purposes is counted with both: the counts have no sum then. */
  readonly isCountedTwice?: boolean
  readonly cut: FundingCut
  /** Whose gifts a line opens where no filter of 明細 holds them. */
  readonly part?: GiftPart
  readonly isRefreshing: boolean
}

/** Gifts of the year by one sort beside last year to the same day; each amount opens its entries or gifts. */
export function GiftSumTable({ caption, sums, isRefreshing, ...told }: GiftSumTableProps) {
  return <DataTable caption={caption} columns={columnsOf(told)} rows={sums} rowKey={({ key }) => key} isRefreshing={isRefreshing} />
}

function columnsOf({ first, total, isCountedTwice = false, cut, part }: Omit<GiftSumTableProps, 'caption' | 'sums' | 'isRefreshing'>): Column<GiftSum>[] {
  const count = (gifts: number) => formatYenDelta(yen(gifts))
  const difference = ({ amountYen, lastYen }: GiftSum) => formatYenDelta(addYen(amountYen, negateYen(lastYen)))
  const lineOf = ({ key }: GiftSum) => (part === undefined ? null : { part, key })
  const now = (sum: GiftSum) => <GiftFigure cut={cut} side="this" amountYen={sum.amountYen} filter={sum.filter} line={lineOf(sum)} label={`${sum.name} 今年度`} />
  const last = (sum: GiftSum) => <GiftFigure cut={cut} side="last" amountYen={sum.lastYen} filter={sum.lastFilter} line={lineOf(sum)} label={`${sum.name} 前年同日`} />
  // On a phone a line is one line: what it is, how many, and how much of both years.
  return [
    { id: 'name', header: first, isRowHeader: true, cell: ({ name }) => name, footer: '計' },
    { id: 'count', header: '件数', align: 'end', cell: (sum) => count(sum.count), footer: isCountedTwice ? '—' : count(total.count) },
    { id: 'amount', header: '今年度（円）', align: 'end', cell: now, footer: now(total) },
    { id: 'lastCount', header: '前年件数', align: 'end', isWideOnly: true, cell: (sum) => count(sum.lastCount), footer: isCountedTwice ? '—' : count(total.lastCount) },
    { id: 'last', header: '前年同日（円）', align: 'end', cell: last, footer: last(total) },
    { id: 'difference', header: '差（円）', align: 'end', isWideOnly: true, cell: difference, footer: difference(total) },
    { id: 'ratio', header: '前年比', align: 'end', cell: ({ amountYen, lastYen }) => formatYearOnYear(amountYen, lastYen), footer: formatYearOnYear(total.amountYen, total.lastYen) },
    { id: 'share', header: '構成比', align: 'end', isWideOnly: true, cell: ({ amountYen }) => formatRatio(amountYen, total.amountYen), footer: '' },
  ]
}
