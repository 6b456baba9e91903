import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { remainingBudgetYen } from '@sasaeai/domain/grant/application/grant-application-state'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, formatYenDelta, sumYen, type Yen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { useToast } from '@sasaeai/ui/toast'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { PageError } from '../../../app/page-error.tsx'
import { readAnew } from '../../../app/read-anew.ts'
import { refusalWords } from '../../../app/refusal-words.ts'
import { faultMessage, queryClient, type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { PageMoment } from '../../funding-indicator/page-moment.tsx'
import { GrantExportButton } from '../grant-export-button.tsx'

const GrantCallDialog = lazy(async () => ({ default: (await import('./grant-call-dialog.tsx')).GrantCallDialog }))

type ListedCall = RouterOutput['grant']['calls']['list'][number]

/** 助成の一覧: what a year gives away, out of which money, and how far each call has come. */
export function GrantCallsPage() {
  const { postedUntil } = useSearch({ from: '/staff/grants' })
  const fiscalYear = useFiscalYearInView()
  const calls = useQuery({ ...trpc.grant.calls.list.queryOptions({ fiscalYear, postedUntil }), placeholderData: keepPreviousData })
  const mayManage = useMayDo('grant.manage') && postedUntil === undefined
  const [isAdding, setAdding] = useState(false)
  const { copy, isCopying } = useCopyFromLastYear(fiscalYear)
  return (
    <>
      <PageHeader
        title={`${formatFiscalYear(fiscalYear)}の助成`}
        description={`団体への助成と見舞金の、予算・申請・決定・支払・報告です。取り下げた申請と、取り消した支払は数えません。${postedUntil === undefined ? '' : `支払は${postedUntilWords(postedUntil)}で、予算・申請・決定・報告もその時点の記録です。`}`}
        actions={
          <>
            <GrantExportButton list={{ list: 'calls', fiscalYear, postedUntil }} name="助成の一覧" />
            <Button icon="printer" onClick={() => window.print()}>印刷</Button>
            {mayManage && <Button icon="copy" isBusy={isCopying} onClick={() => void copy()}>前年度から写す</Button>}
            {mayManage && <Button variant="primary" icon="plus" onClick={() => setAdding(true)}>助成を追加する</Button>}
          </>
        }
      />
      <PageMoment postedUntil={postedUntil} />
      {calls.isError && calls.data === undefined ? (
        <PageError reset={() => void calls.refetch()} />
      ) : (
        <DataTable
          caption="助成の一覧"
          columns={columnsOf(calls.data ?? [], postedUntil)}
          rows={calls.data}
          rowKey={({ callId }) => callId}
          phone="cards"
          isRefreshing={calls.isPlaceholderData}
          empty={<EmptyState title="この年度の助成はまだありません">「助成を追加する」で、種類・支払元・予算・受付期間を決めると、申請を受け付けられます。</EmptyState>}
        />
      )}
      <Suspense>{isAdding && <GrantCallDialog call={null} fiscalYear={fiscalYear} onClose={() => setAdding(false)} />}</Suspense>
    </>
  )
}

/** What is missing, as often as one likes; what had to be left out is named. */
function useCopyFromLastYear(toYear: FiscalYear) {
  const toast = useToast()
  const send = useMutation(trpc.grant.calls.copyFromLastYear.mutationOptions())
  const copy = async () => {
    try {
      const outcome = await send.mutateAsync({ toYear })
      if (!outcome.ok) return toast({ tone: 'error', text: await refusalWords(outcome) })
      await readAnew(queryClient)
      toast(wordsOfCopy(outcome.value))
    } catch (error) {
      toast({ tone: 'error', text: faultMessage(error) })
    }
  }
  return { copy, isCopying: send.isPending }
}

function wordsOfCopy({ copied, leftOut }: { copied: number; leftOut: readonly string[] }) {
  const done = copied === 0 ? '新しく写すものはありませんでした' : `助成を${copied}件、日付を1年ずらして写しました`
  if (leftOut.length === 0) return { text: done }
  return { tone: 'error' as const, text: `${done}。種類・運動・科目が使えないため写さなかったもの：${leftOut.join('、')}` }
}

function columnsOf(calls: readonly ListedCall[], postedUntil: MomentSearch['postedUntil']): Column<ListedCall>[] {
  const sum = (figure: (call: ListedCall) => Yen) => formatYenDelta(sumYen(calls.map(figure)))
  const count = (figure: (call: ListedCall) => number) => `${groupDigits(calls.reduce((total, call) => total + figure(call), 0))}件`
  return [
    { id: 'name', header: '助成', isRowHeader: true, cell: (call) => <CallName {...{ call, postedUntil }} />, footer: '合計' },
    { id: 'window', header: '受付期間', cell: ({ opensOn, closesOn }) => `${formatLocalDateShort(opensOn)}〜${formatLocalDateShort(closesOn)}` },
    { id: 'budget', header: '予算額（円）', align: 'end', cell: ({ budgetYen }) => formatYen(budgetYen), footer: sum(({ budgetYen }) => budgetYen) },
    { id: 'applied', header: '申請', align: 'end', cell: ({ applications }) => `${groupDigits(applications)}件`, footer: count(({ applications }) => applications) },
    { id: 'awarded', header: '決定額（円）', align: 'end', cell: ({ awardedYen }) => formatYen(awardedYen), footer: sum(({ awardedYen }) => awardedYen) },
    { id: 'relief', header: '見舞金（円）', align: 'end', cell: ({ reliefYen }) => formatYen(reliefYen), footer: sum(({ reliefYen }) => reliefYen) },
    { id: 'left', header: '予算の残り（円）', align: 'end', cell: (call) => formatYenDelta(leftOf(call)), footer: sum(leftOf) },
    { id: 'paid', header: '助成の支払済み（円）', align: 'end', cell: ({ paidYen }) => formatYen(paidYen), footer: sum(({ paidYen }) => paidYen) },
    { id: 'reports', header: '報告待ち', align: 'end', cell: ({ reportsToCome }) => `${groupDigits(reportsToCome)}件`, footer: count(({ reportsToCome }) => reportsToCome) },
  ]
}

function leftOf({ budgetYen, awardedYen, reliefYen }: ListedCall): Yen {
  return remainingBudgetYen(budgetYen, [awardedYen, reliefYen])
}

function CallName({ call: { callId, name, kindName, campaignName, allocationName }, postedUntil }: MomentSearch & { readonly call: ListedCall }) {
  const further = [kindName, campaignName === null ? '社協の支出' : `${campaignName}から直接`, ...(allocationName === null ? [] : [allocationName])]
  return (
    <>
      <AppLink to="/grants/$callId" params={{ callId }} search={{ postedUntil }}>{name}</AppLink>
      <span className="block text-[0.8125rem] font-normal text-ink-sub">{further.join('・')}</span>
    </>
  )
}
