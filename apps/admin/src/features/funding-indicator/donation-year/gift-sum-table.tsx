import type { GiftSum } from '@sasaeai/domain/funding-indicator/donation-year/donation-year'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { formatRatio, formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { addYen, formatYenDelta, negateYen, type Yen, yen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { FigureLink } from '../figure-link.tsx'

interface GiftSumTableProps {
  readonly caption: string
  /** What the first column tells. */
  readonly first: string
  readonly sums: readonly GiftSum[]
  readonly total: GiftSum
  /** A gift for two purposes is counted with both: the counts have no sum then. */
  readonly isCountedTwice?: boolean
  readonly isRefreshing: boolean
}

/** Gifts of the year by one sort beside last year to the same day; an amount opens its entries where a list can hold just them. */
export function GiftSumTable({ caption, first, sums, total, isCountedTwice = false, isRefreshing }: GiftSumTableProps) {
  return <DataTable caption={caption} columns={columnsOf(first, total, isCountedTwice)} rows={sums} rowKey={({ key }) => key} phone="cards" isRefreshing={isRefreshing} />
}

function columnsOf(first: string, total: GiftSum, isCountedTwice: boolean): Column<GiftSum>[] {
  const count = (gifts: number) => formatYenDelta(yen(gifts))
  const difference = ({ amountYen, lastYen }: GiftSum) => formatYenDelta(addYen(amountYen, negateYen(lastYen)))
  const now = (sum: GiftSum) => amount(sum.amountYen, sum.filter, `${sum.name} 今年度`)
  const last = (sum: GiftSum) => amount(sum.lastYen, sum.lastFilter, `${sum.name} 前年同日`)
  return [
    { id: 'name', header: first, isRowHeader: true, cell: ({ name }) => name, footer: '計' },
    { id: 'count', header: '件数', align: 'end', cell: (sum) => count(sum.count), footer: isCountedTwice ? '—' : count(total.count) },
    { id: 'amount', header: '今年度（円）', align: 'end', cell: now, footer: now(total) },
    { id: 'lastCount', header: '前年件数', align: 'end', cell: (sum) => count(sum.lastCount), footer: isCountedTwice ? '—' : count(total.lastCount) },
    { id: 'last', header: '前年同日（円）', align: 'end', cell: last, footer: last(total) },
    { id: 'difference', header: '差（円）', align: 'end', cell: difference, footer: difference(total) },
    { id: 'ratio', header: '前年比', align: 'end', cell: ({ amountYen, lastYen }) => formatYearOnYear(amountYen, lastYen), footer: formatYearOnYear(total.amountYen, total.lastYen) },
    { id: 'share', header: '構成比', align: 'end', cell: ({ amountYen }) => formatRatio(amountYen, total.amountYen), footer: '' },
  ]
}

function amount(amountYen: Yen, filter: PostingFilter | null, label: string) {
  return filter === null || amountYen === 0 ? formatYenDelta(amountYen) : <FigureLink amountYen={amountYen} filter={filter} label={label} />
}
