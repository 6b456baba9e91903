import { totalCostYen } from '@sasaeai/domain/donation/gift/total-cost'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, type Yen } from '@sasaeai/domain/money/yen'
import { formatYenPerCost } from '@sasaeai/domain/money/yen-per-cost'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import type { GiftSearch } from './gift-search.ts'
import type { GiftSums } from './gift-sums-page.tsx'
import { Opening } from './opening-gifts.tsx'

type Line = GiftSums['channels'][number]

interface ChannelTableProps {
  readonly sums: GiftSums | undefined
  readonly days: GiftSearch
  readonly isRefreshing: boolean
}

/** きっかけと成果: what came by each channel, whom it won, and what was done and spent for it. */
export function ChannelTable({ sums, days, isRefreshing }: ChannelTableProps) {
  return (
    <section>
      <h2 className="mb-1 text-[1.125rem] font-bold">きっかけと成果</h2>
      <p className="mb-3 text-[0.875rem] text-ink-sub">新しい寄附者は、この期間の寄附がはじめての方を、そのきっかけに数えます。費用は「説明会の記録」に、きっかけとともに書いたものです。</p>
      <DataTable caption="きっかけ別の寄附と費用" columns={columnsOf(sums, days)} rows={sums?.channels} rowKey={({ channelId }) => channelId ?? 'none'} phone="scroll" isRefreshing={isRefreshing}
        empty={<EmptyState title="この期間の寄附はありません" icon="yen" />} />
    </section>
  )
}

function columnsOf(sums: GiftSums | undefined, days: GiftSearch): Column<Line>[] {
  const channels = sums?.channels ?? []
  const total = sums?.total
  const count = (figure: 'newGivers' | 'events') => groupDigits(channels.reduce((sum, each) => sum + each[figure], 0))
  const giftsOf = ({ channelId }: Line): GiftSearch => ({ ...days, channelId: channelId ?? 'none' })
  const cost = (costYen: Yen | null) => (costYen === null ? '—' : formatYen(costYen))
  return [
    { id: 'name', header: 'きっかけ', isRowHeader: true, cell: ({ name }) => name ?? '未記入', footer: '合計' },
    { id: 'count', header: '件数', align: 'end', cell: (line) => <Opening gifts={giftsOf(line)}>{groupDigits(line.count)}</Opening>, footer: total === undefined ? '' : <Opening gifts={days}>{groupDigits(total.count)}</Opening> },
    { id: 'amount', header: '金額（円）', align: 'end', cell: (line) => <Opening gifts={giftsOf(line)}>{formatYen(line.amountYen)}</Opening>, footer: total === undefined ? '' : <Opening gifts={days}>{formatYen(total.amountYen)}</Opening> },
    { id: 'new', header: '新しい寄附者（人）', align: 'end', cell: ({ newGivers }) => groupDigits(newGivers), footer: count('newGivers') },
    { id: 'events', header: '説明会など（回）', align: 'end', cell: ({ events }) => groupDigits(events), footer: count('events') },
    { id: 'cost', header: '費用（円）', align: 'end', cell: ({ costYen }) => cost(costYen), footer: cost(totalCostYen(channels)) },
    { id: 'per', header: '費用1円あたり', align: 'end', cell: ({ amountYen, costYen }) => formatYenPerCost(amountYen, costYen), footer: '' },
  ]
}
