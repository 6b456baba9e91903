import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { formatAttainment } from '@sasaeai/domain/money/ratio'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { AppLink } from '../../../app/app-link.tsx'
import type { GiftSums } from './gift-sums-page.tsx'

type Sponsor = GiftSums['sponsors'][number]

/** 企業協賛: what sponsors agreed to, and what came of it. */
export function SponsorTable({ sponsors, isRefreshing }: { sponsors: readonly Sponsor[] | undefined; isRefreshing: boolean }) {
  const sum = (figure: 'receivedYen' | 'allYen') => formatYen(sumYen((sponsors ?? []).map((each) => each[figure])))
  const opened = (sponsor: Sponsor, figure: 'receivedYen' | 'allYen') => <AppLink to="/revenue/$streamId" params={{ streamId: sponsor.streamId }} hash="receipts">{formatYen(sponsor[figure])}</AppLink>
  const columns: Column<Sponsor>[] = [
    { id: 'name', header: '協賛', isRowHeader: true, isText: true, footer: '合計', cell: ({ name, sponsor }) => (
      <>
        {name}
        <span className="block text-[0.8125rem] font-normal text-ink-sub">{sponsor ?? '—'}</span>
      </>
    ) },
    { id: 'agreed', header: '協賛の額（円）', align: 'end', cell: ({ agreedYen }) => (agreedYen === null ? '—' : formatYen(agreedYen)) },
    { id: 'received', header: 'この期間の受入れ（円）', align: 'end', cell: (sponsor) => opened(sponsor, 'receivedYen'), footer: sum('receivedYen') },
    { id: 'all', header: '受入れの累計（円）', align: 'end', cell: (sponsor) => opened(sponsor, 'allYen'), footer: sum('allYen') },
    { id: 'rate', header: '受入れの割合', align: 'end', cell: ({ allYen, agreedYen }) => formatAttainment(allYen, agreedYen) },
  ]
  return (
    <section>
      <h2 className="mb-3 text-[1.125rem] font-bold">企業協賛</h2>
      <DataTable caption="企業協賛の額と受入れ" columns={columns} rows={sponsors} rowKey={({ streamId }) => streamId} phone="scroll" isRefreshing={isRefreshing}
        empty={<EmptyState title="この期間の企業協賛はありません" icon="yen">「協賛・収益」で企業協賛を登録すると、約束した額と受け入れた額が並びます。</EmptyState>} />
    </section>
  )
}
