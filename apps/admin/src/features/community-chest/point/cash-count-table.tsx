import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { countText } from '@sasaeai/domain/community-chest/result/count-text'
import { formatYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { ReverseEntryDialog } from '../../ledger/reverse-entry-dialog.tsx'

type CashCount = RouterOutput['communityChest']['point']['counts'][number]

/** What was counted for the drives of the year, the newest first. */
export function CashCountTable({ counts }: { counts: readonly CashCount[] | undefined }) {
  const mayUndo = useMayDo('ledger.post')
  const fiscalYear = useFiscalYearInView()
  const write = useMutation(trpc.communityChest.point.exportCounts.mutationOptions())
  const [toUndo, setToUndo] = useState<CashCount>()
  return (
    <section aria-label="記帳した計数" className="mt-10">
      <PageHeader level={2} title="記帳した計数" actions={<ExportChoice size="small" subject="金種計数" write={(format) => write.mutateAsync({ fiscalYear, format })}>この年度のすべての計数を、金種の枚数を添えて書き出します。</ExportChoice>} />
      <DataTable
        caption="記帳した計数"
        columns={columnsWith(mayUndo ? setToUndo : undefined)}
        rows={counts}
        rowKey={({ countId }) => countId}
        phone="cards"
        empty={<EmptyState title="この年度の計数はまだありません" icon="yen">上の表に枚数を入力して記帳すると、ここに出ます。</EmptyState>}
      />
      {toUndo !== undefined && <ReverseEntryDialog entry={{ id: toUndo.entryId, entryNumber: toUndo.entryNumber }} onClose={() => setToUndo(undefined)} />}
    </section>
  )
}

function columnsWith(onUndo: ((count: CashCount) => void) | undefined): Column<CashCount>[] {
  return [
    { id: 'day', header: '計数日', cell: ({ countedOn }) => <span className="figures">{formatLocalDateShort(countedOn)}</span> },
    { id: 'place', header: '場所・機会', isRowHeader: true, cell: ({ pointName, areaName, methodName }) => pointName ?? areaName ?? methodName },
    { id: 'campaign', header: '運動・方法', isWideOnly: true, cell: ({ campaignName, methodName }) => <>{campaignName}<br /><span className="text-[0.8125rem] text-ink-sub">{methodName}</span></> },
    { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen, undoneOn }) => (undoneOn === null ? formatYen(amountYen) : <s>{formatYen(amountYen)}</s>) },
    { id: 'count', header: '件数', align: 'end', isWideOnly: true, cell: ({ count, countMeaning }) => countText(count, countMeaning) },
    { id: 'by', header: '計数した人', isWideOnly: true, cell: ({ countedBy }) => countedBy },
    {
      id: 'entry',
      header: '伝票',
      cell: ({ entryId, entryNumber }) => (
        <AppLink to="/entries/$entryId" params={{ entryId }} className="whitespace-nowrap">
          {entryNumber}番
        </AppLink>
      ),
    },
    { id: 'state', header: '状態', cell: (count) => <CountChip count={count} /> },
    { id: 'acts', header: '操作', isActs: true, cell: (count) => <CountActs count={count} onUndo={onUndo} /> },
  ]
}

function CountChip({ count: { undoneOn, correctedByNumber } }: { count: CashCount }) {
  if (undoneOn === null) return <StatusChip tone="success">記帳済み</StatusChip>
  return <StatusChip tone="warning">{correctedByNumber === null ? `${formatLocalDateShort(undoneOn)}に取消済み` : `伝票${correctedByNumber}番に訂正済み`}</StatusChip>
}

function CountActs({ count, onUndo }: { count: CashCount; onUndo: ((count: CashCount) => void) | undefined }) {
  const { countId, entryNumber, undoneOn } = count
  return (
    <span className="flex gap-1 whitespace-nowrap print-hidden sm:-my-1.5">
      <OrderPapersButton size="small" order={{ kind: 'cash_count_slip', countId }}>計数票</OrderPapersButton>
      {onUndo !== undefined && undoneOn === null && (
        <Button size="small" variant="quiet" aria-label={`伝票${entryNumber}番の計数を取り消す`} onClick={() => onUndo(count)}>取り消す</Button>
      )}
    </span>
  )
}
