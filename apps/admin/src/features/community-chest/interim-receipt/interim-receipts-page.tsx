import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen } from '@sasaeai/domain/money/yen'
import { formatInterimReceiptNumber } from '@sasaeai/domain/community-chest/interim-receipt/interim-receipt-number'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { PaginationMore } from '@sasaeai/ui/pagination-more'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { VoidInterimReceiptDialog } from './void-interim-receipt-dialog.tsx'

type InterimReceipt = RouterOutput['communityChest']['interimReceipt']['list']['rows'][number]

/** 預り証: every number of the year and what became of it. */
export function InterimReceiptsPage() {
  const fiscalYear = useFiscalYearInView()
  const mayVoid = useMayDo('chest.manage')
  const [toVoid, setToVoid] = useState<InterimReceipt>()
  const list = useInfiniteQuery(
    trpc.communityChest.interimReceipt.list.infiniteQueryOptions({ fiscalYear }, { initialCursor: null, getNextPageParam: (page) => page.next }),
  )
  const write = useMutation(trpc.communityChest.interimReceipt.export.mutationOptions())
  const rows = list.data?.pages.flatMap((page) => page.rows)
  const totals = list.data?.pages[0]?.totals
  return (
    <>
      <PageHeader
        title="預り証"
        description={`${formatFiscalYear(fiscalYear)}に、共同募金・歳末たすけあいのお金を預かったしるしとして渡した書面です。税の控除の証明には使えません。控除用の領収書は共同募金会が発行します。発行は、記帳した受付か伝票の画面から行います。`}
        actions={<ExportChoice subject="預り証の一覧" write={(format) => write.mutateAsync({ fiscalYear, format })} />}
      />
      {list.isError && rows === undefined ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <DataTable
          caption="預り証の一覧"
          columns={columnsWith(mayVoid ? setToVoid : undefined)}
          rows={rows}
          rowKey={({ interimReceiptId }) => interimReceiptId}
          phone="cards"
          empty={<EmptyState title="預り証はまだありません" icon="receipt">募金を記帳すると、その受付や伝票の画面から発行できます。</EmptyState>}
          summary={
            totals === undefined
              ? []
              : [
                  { label: '発行', value: `${groupDigits(totals.count)}枚` },
                  { label: 'うち無効', value: `${groupDigits(totals.voided)}枚` },
                  { label: '有効な預り証の合計', value: `${formatYen(totals.liveYen)}円` },
                ]
          }
        />
      )}
      {totals !== undefined && totals.count > 0 && (
        <PaginationMore
          shown={groupDigits(rows?.length ?? 0)}
          total={groupDigits(totals.count)}
          hasMore={list.hasNextPage}
          isBusy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
      {toVoid !== undefined && <VoidInterimReceiptDialog receipt={{ ...toVoid, number: formatInterimReceiptNumber(toVoid) }} onClose={() => setToVoid(undefined)} />}
    </>
  )
}

function columnsWith(onVoid: ((receipt: InterimReceipt) => void) | undefined): Column<InterimReceipt>[] {
  return [
    { id: 'number', header: '番号', isRowHeader: true, cell: (row) => <span className="figures whitespace-nowrap">{formatInterimReceiptNumber(row)}</span> },
    { id: 'issued', header: '発行日', cell: ({ issuedOn }) => <span className="figures">{formatLocalDateShort(issuedOn)}</span> },
    { id: 'payer', header: '宛名', cell: ({ payer }) => <span className="align-top sm:inline-block sm:min-w-[8em]">{payer}</span> },
    { id: 'purpose', header: 'ただし書き', isWideOnly: true, cell: ({ purpose }) => purpose },
    { id: 'amount', header: '金額（円）', align: 'end', cell: ({ amountYen }) => formatYen(amountYen) },
    { id: 'state', header: '状態', cell: stateWords },
    { id: 'acts', header: '操作', isActs: true, cell: (row) => <ReceiptActs receipt={row} onVoid={onVoid} /> },
  ]
}

function stateWords({ voidReason, voidedByName, hasReversedEntry }: InterimReceipt) {
  if (voidReason !== '') {
    return (
      <span className="flex flex-col gap-0.5">
        <StatusChip tone="warning">無効</StatusChip>
        <span className="text-[0.875rem] text-ink-sub">
          {voidReason}（{voidedByName}）
        </span>
      </span>
    )
  }
  return hasReversedEntry ? <StatusChip tone="error">伝票が取消済み</StatusChip> : <StatusChip tone="success">有効</StatusChip>
}

function ReceiptActs({ receipt, onVoid }: { receipt: InterimReceipt; onVoid: ((receipt: InterimReceipt) => void) | undefined }) {
  const number = formatInterimReceiptNumber(receipt)
  return (
    <span className="flex gap-1 whitespace-nowrap sm:-my-1.5">
      <OrderPapersButton size="small" order={{ kind: 'interim_receipts', interimReceiptIds: [receipt.interimReceiptId] }}>印刷</OrderPapersButton>
      {onVoid !== undefined && receipt.voidReason === '' && (
        <Button size="small" variant="quiet" aria-label={`${number}を無効にする`} onClick={() => onVoid(receipt)}>無効にする</Button>
      )}
    </span>
  )
}
