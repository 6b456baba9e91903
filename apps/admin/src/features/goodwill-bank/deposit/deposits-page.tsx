import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { goodwillActName } from '@sasaeai/domain/goodwill-bank/act/goodwill-act-kind'
import { depositRouteNames } from '@sasaeai/domain/goodwill-bank/deposit/deposit-route'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LinkButton } from '@sasaeai/ui/link-button'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { AppLink } from '../../../app/app-link.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { type GoodwillAct, goodsWords } from '../act/act-words.ts'
import { PageMoment } from '../../funding-indicator/page-moment.tsx'
import { GoodwillExportButton } from '../goodwill-export-button.tsx'

/** 預託 of a year, the newest first. */
export function DepositsPage() {
  const { postedUntil } = useSearch({ from: '/staff/goodwill/deposits' })
  const fiscalYear = useFiscalYearInView()
  const acts = useQuery({ ...trpc.goodwillBank.acts.queryOptions({ fiscalYear, kind: 'deposit', postedUntil }), placeholderData: keepPreviousData })
  const mayWrite = useMayDo('goodwill.write') && postedUntil === undefined
  return (
    <>
      <PageHeader
        title="預託"
        description={`${formatFiscalYear(fiscalYear)}に善意銀行が預かった品物とお金です。フードドライブもここに入ります。合計に取消済みは入りません。${postedUntil === undefined ? '' : `${postedUntilWords(postedUntil)}です。目的と品目の名前は、いまの登録によります。`}`}
        actions={
          <>
            <GoodwillExportButton list={{ list: 'acts', fiscalYear, kind: 'deposit', postedUntil }} name="預託の一覧" />
            {mayWrite && <LinkButton href="/admin/goodwill/deposits/new" variant="primary" icon="plus">預託を受け付ける</LinkButton>}
          </>
        }
      />
      <PageMoment postedUntil={postedUntil} />
      {acts.isError && acts.data === undefined && <PageError reset={() => void acts.refetch()} />}
      <DataTable caption="預託" columns={columnsOf(acts.data ?? [])} rows={acts.data} rowKey={({ actId }) => actId} phone="cards"
        empty={<EmptyState title="この年度の預託はまだありません" icon="gift" />} />
    </>
  )
}

function columnsOf(acts: readonly GoodwillAct[]): Column<GoodwillAct>[] {
  const standing = acts.filter(({ undoneOn }) => undoneOn === null)
  return [
    {
      id: 'number', header: '番号', isRowHeader: true, footer: '合計',
      cell: (act) => <><AppLink to="/goodwill/acts/$actId" params={{ actId: act.actId }}>{goodwillActName(act)}</AppLink> {act.undoneOn !== null && <StatusChip>取消済み</StatusChip>}</>,
    },
    { id: 'day', header: '日付', cell: ({ actedOn }) => <span className="figures">{formatLocalDateShort(actedOn)}</span> },
    { id: 'giver', header: '預託者', cell: ({ deposit }) => (deposit?.supporterName == null ? '—' : `${deposit.supporterName}（${deposit.supporterNumber}）`) },
    { id: 'route', header: '経路', isWideOnly: true, cell: ({ deposit }) => (deposit === null ? '' : [depositRouteNames[deposit.route], deposit.occasion].filter((words) => words !== '').join('　')) },
    { id: 'purpose', header: '目的', isWideOnly: true, cell: ({ purposeName }) => purposeName },
    { id: 'goods', header: '品物', cell: ({ lines }) => (lines.length === 0 ? '—' : goodsWords(lines)) },
    {
      id: 'value', header: '時価（円）', align: 'end', isWideOnly: true, cell: ({ deposit }) => (deposit === null || deposit.goodsValueYen === 0 ? '—' : formatYen(deposit.goodsValueYen)),
      footer: formatYen(sumYen(standing.flatMap(({ deposit }) => (deposit === null ? [] : [deposit.goodsValueYen])))),
    },
    { id: 'money', header: 'お金（円）', align: 'end', cell: ({ moneyYen }) => (moneyYen === 0 ? '—' : formatYen(moneyYen)), footer: formatYen(sumYen(standing.map(({ moneyYen }) => moneyYen))) },
  ]
}
