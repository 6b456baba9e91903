import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, formatYenDelta, sumYen, yen } from '@sasaeai/domain/money/yen'
import { payoutFilterSchema, type PayoutMatter, payoutMatterNames, payoutMatters } from '@sasaeai/domain/online-giving/payout/payout-input'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { PageMoment } from '../../funding-indicator/page-moment.tsx'
import { PayoutStateChip } from '../gift/state-chips.tsx'

/** The filter of 入金 as it stands in the address, and of which moment the list is. */
export interface PayoutSearch extends MomentSearch {
  readonly matter?: PayoutMatter | undefined
}

type Payout = RouterOutput['onlineGiving']['payout']['list'][number]

/** 入金: what the gateway has sent to the bank, and whether the bank book shows it. */
export function PayoutsPage() {
  const search: PayoutSearch = useSearch({ from: '/staff/online-giving/payouts' })
  const { postedUntil } = search
  const navigate = useNavigate()
  const fiscalYear = useFiscalYearInView()
  const filter = payoutFilterSchema.parse({ fiscalYear, ...search })
  const write = useMutation(trpc.onlineGiving.payout.export.mutationOptions())
  const list = useQuery({ ...trpc.onlineGiving.payout.list.queryOptions(filter), placeholderData: keepPreviousData })
  const arrived = (list.data ?? []).filter(({ state }) => state === 'paid')
  return (
    <>
      <PageHeader title="入金" description={`${formatFiscalYear(fiscalYear)}に決済会社から銀行へ送られたお金です。${postedUntil === undefined ? '通帳と照らし合わせて確認します。' : `${postedUntilWords(postedUntil)}です。通帳の確認は、いまの記録によります。`}`}
        actions={<ExportChoice subject="入金の一覧" write={(format) => write.mutateAsync({ ...filter, format })} />} />
      <search className="mb-4 flex flex-wrap items-end gap-x-5 gap-y-3 border-y border-line py-4 print-hidden">
        <SelectField label="確かめること" emptyLabel="すべて" width="medium" value={search.matter ?? ''} options={payoutMatters.map((value) => ({ value, label: payoutMatterNames[value] }))}
          onChange={(event) => void navigate({ to: '/online-giving/payouts', search: { postedUntil, matter: choiceIn(payoutMatters, event.currentTarget.value) }, replace: true })} />
      </search>
      <PageMoment postedUntil={postedUntil} />
      {list.isError && list.data === undefined ? (
        <PageError reset={() => void list.refetch()} />
      ) : (
        <DataTable caption="入金の一覧" columns={columns} rows={list.data} rowKey={({ payoutId }) => payoutId} rowHref={({ payoutId }) => `/admin/online-giving/payouts/${payoutId}${postedUntil === undefined ? '' : `?postedUntil=${encodeURIComponent(postedUntil)}`}`} phone="cards"
          isRefreshing={list.isPlaceholderData} empty={<EmptyState title={search.matter === undefined ? '入金はまだありません' : '当てはまる入金はありません'} icon="yen" />}
          summary={[
            { label: '入金済み', value: `${groupDigits(arrived.length)}件` },
            { label: '手数料', value: `${formatYen(sumYen(arrived.map(({ feeYen }) => feeYen)))}円` },
            { label: '入金額', value: `${formatYen(sumYen(arrived.map(({ amountYen }) => amountYen)))}円` },
          ]} />
      )}
    </>
  )
}

const columns: readonly Column<Payout>[] = [
  { id: 'arrives', header: '入金日', isRowHeader: true, cell: ({ arrivesOn }) => <span className="figures whitespace-nowrap">{formatLocalDateShort(arrivesOn)}</span> },
  { id: 'account', header: '受け口', cell: ({ accountName }) => accountName },
  { id: 'state', header: '状態', cell: ({ state }) => <PayoutStateChip state={state} /> },
  { id: 'gross', header: '総額（円）', align: 'end', isWideOnly: true, cell: ({ grossYen, hasLines }) => (hasLines ? formatYen(grossYen) : '—') },
  { id: 'fee', header: '手数料（円）', align: 'end', isWideOnly: true, cell: ({ feeYen, hasLines }) => (hasLines ? formatYen(feeYen) : '—') },
  { id: 'amount', header: '入金額（円）', align: 'end', cell: ({ amountYen }) => formatYen(amountYen) },
  { id: 'bank', header: '通帳', cell: bankOf },
]

function bankOf({ state, confirmedAt, bankOn, bankYen, amountYen }: Payout) {
  if (state !== 'paid') return '—'
  if (confirmedAt === null || bankOn === null || bankYen === null) return <StatusChip tone="warning">未確認</StatusChip>
  const difference = yen(bankYen - amountYen)
  return difference === 0 ? <StatusChip tone="success">一致</StatusChip> : <StatusChip tone="error">{`差 ${formatYenDelta(difference)}円`}</StatusChip>
}
