import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { goodwillActName } from '@sasaeai/domain/goodwill-bank/act/goodwill-act-kind'
import { formatRecipients, withdrawalWayNames } from '@sasaeai/domain/goodwill-bank/withdrawal/withdrawal-way'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LinkButton } from '@sasaeai/ui/link-button'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { type GoodwillAct, goodsWords } from '../act/act-words.ts'
import { PageMoment } from '../../funding-indicator/page-moment.tsx'
import { GoodwillExportButton } from '../goodwill-export-button.tsx'

const WithdrawMoneyDialog = lazy(async () => ({ default: (await import('./withdraw-money-dialog.tsx')).WithdrawMoneyDialog }))

/** 払出 of a year, the newest first: to how many, never to whom. */
export function WithdrawalsPage() {
  const { postedUntil } = useSearch({ from: '/staff/goodwill/withdrawals' })
  const fiscalYear = useFiscalYearInView()
  const acts = useQuery({ ...trpc.goodwillBank.acts.queryOptions({ fiscalYear, kind: 'withdrawal', postedUntil }), placeholderData: keepPreviousData })
  const isNow = postedUntil === undefined
  const [mayWrite, mayPay] = [useMayDo('goodwill.write') && isNow, useMayDo('goodwill.post') && isNow]
  const [isPaying, setPaying] = useState(false)
  return (
    <>
      <PageHeader
        title="払出"
        description={`${formatFiscalYear(fiscalYear)}に善意銀行から払い出した品物とお金です。受け取った人や世帯の名前は、どこにも記録しません。合計に取消済みは入りません。${postedUntil === undefined ? '' : `${postedUntilWords(postedUntil)}です。目的・品目・対象区分の名前は、いまの登録によります。`}`}
        actions={
          <>
            <GoodwillExportButton list={{ list: 'acts', fiscalYear, kind: 'withdrawal', postedUntil }} name="払出の一覧" />
            {mayPay && <Button icon="yen" onClick={() => setPaying(true)}>お金を払い出す</Button>}
            {mayWrite && <LinkButton href="/admin/goodwill/withdrawals/new" variant="primary" icon="plus">品物を払い出す</LinkButton>}
          </>
        }
      />
      <PageMoment postedUntil={postedUntil} />
      {acts.isError && acts.data === undefined && <PageError reset={() => void acts.refetch()} />}
      <DataTable caption="払出" columns={columnsOf(acts.data ?? [])} rows={acts.data} rowKey={({ actId }) => actId} phone="cards"
        empty={<EmptyState title="この年度の払出はまだありません" icon="gift" />} />
      {isPaying && (
        <Suspense>
          <WithdrawMoneyDialog onClose={() => setPaying(false)} />
        </Suspense>
      )}
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
    { id: 'purpose', header: '目的', isWideOnly: true, cell: ({ purposeName }) => purposeName },
    { id: 'way', header: '方法', cell: ({ withdrawal }) => (withdrawal === null ? '' : withdrawalWayNames[withdrawal.way]) },
    {
      id: 'whom', header: '対象', cell: ({ withdrawal }) => (withdrawal === null ? '' : [formatRecipients(withdrawal), withdrawal.className, withdrawal.areaName].filter((words) => words !== null).join('　')),
    },
    { id: 'goods', header: '品物', cell: ({ lines }) => (lines.length === 0 ? '—' : goodsWords(lines)) },
    { id: 'money', header: 'お金（円）', align: 'end', cell: ({ moneyYen }) => (moneyYen === 0 ? '—' : formatYen(moneyYen)), footer: formatYen(sumYen(standing.map(({ moneyYen }) => moneyYen))) },
    { id: 'committee', header: '委員会', isWideOnly: true, cell: ({ withdrawal }) => withdrawal?.committeeName ?? '—' },
  ]
}
