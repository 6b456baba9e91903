import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { duesFigureFilter } from '@sasaeai/domain/membership-dues/progress/dues-figure-filter'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { TextLink } from '@sasaeai/ui/text-link'
import { AppLink } from '../../../app/app-link.tsx'
import { entriesHref } from '../../../app/entries-href.ts'
import type { DuesOfArea } from './dues-of-area-page.tsx'

type Payment = DuesOfArea['payments']['rows'][number]

const columns: readonly Column<Payment>[] = [
  { id: 'date', header: '日付', cell: ({ entryDate }) => <span className="figures">{formatLocalDateShort(entryDate)}</span> },
  {
    id: 'number',
    header: '伝票',
    isRowHeader: true,
    cell: ({ entryId, entryNumber, kind, isReversed }) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        <AppLink to="/entries/$entryId" params={{ entryId }} className="figures print:text-ink print:no-underline">
          {entryNumber}
        </AppLink>
        {kind === 'reversal' && <StatusChip tone="error">取消</StatusChip>}
        {isReversed && <StatusChip>取消済み</StatusChip>}
      </span>
    ),
  },
  { id: 'kind', header: '会員種別', cell: ({ duesKind }) => duesKind },
  { id: 'area', header: '地域', isWideOnly: true, cell: ({ area }) => area },
  { id: 'payer', header: '支援者', cell: ({ supporter }) => (supporter === null ? '' : `${supporter.name}（${supporter.number}）`) },
  { id: 'count', header: '世帯・件数', align: 'end', isWideOnly: true, cell: ({ count }) => (count === 0 ? '' : signed(count)) },
  { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen }) => formatYenDelta(amountYen) },
]

/** The payments of the year, each with its slip. */
export function AreaPayments({ dues: { area, cut, payments } }: { dues: DuesOfArea }) {
  const filter = duesFigureFilter({ cut, side: 'this', duesKindId: undefined }, { part: 'area', areaId: area.areaId }) ?? {}
  return (
    <section aria-labelledby="area-payments">
      <h2 id="area-payments" className="mb-2 text-[1.125rem] font-bold">
        納入の記録
      </h2>
      <DataTable
        caption="納入の記録"
        columns={columns}
        rows={payments.rows}
        rowKey={({ entryId, lineNumber }) => `${entryId}/${lineNumber}`}
        phone="cards"
        empty={<EmptyState title="納入はまだありません">届いた束を受付で記帳すると、ここに並びます。</EmptyState>}
        summary={[
          { label: '件数', value: `${groupDigits(payments.count)}件` },
          { label: '合計', value: `${formatYenDelta(payments.totalYen)}円` },
        ]}
      />
      {payments.nextCursor !== null && (
        <p className="mt-3 print-hidden">
          <TextLink href={entriesHref(filter)}>すべての明細（{groupDigits(payments.count)}件）を見る</TextLink>
        </p>
      )}
    </section>
  )
}

function signed(count: number): string {
  return count < 0 ? `△${groupDigits(-count)}` : groupDigits(count)
}
