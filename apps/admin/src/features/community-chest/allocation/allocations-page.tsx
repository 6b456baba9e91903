import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { sumOfStandings, allocationStanding, reportStateOf } from '@sasaeai/domain/community-chest/allocation/allocation-standing'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { entriesHref } from '../../../app/entries-href.ts'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { AllocationsTable } from './allocations-table.tsx'

const AllocationDialog = lazy(async () => ({ default: (await import('./allocation-dialog.tsx')).AllocationDialog }))
const ExportUsesDialog = lazy(async () => ({ default: (await import('./export-uses-dialog.tsx')).ExportUsesDialog }))

export type AllocationsOfYear = RouterOutput['communityChest']['allocation']['list']
export type Allocation = AllocationsOfYear['allocations'][number]
export type AllocationUse = Allocation['uses'][number]
export type AllocationReceipt = Allocation['receipts'][number]

/** 配分金: what the 共同募金会 gives back in a year, how much of it has come, and what it is used for. */
export function AllocationsPage() {
  const { postedUntil } = useSearch({ from: '/staff/chest/allocations' })
  const navigate = useNavigate({ from: '/chest/allocations' })
  const fiscalYear = useFiscalYearInView()
  const answer = useQuery({ ...trpc.communityChest.allocation.list.queryOptions({ fiscalYear, postedUntil }), placeholderData: keepPreviousData })
  const write = useMutation(trpc.communityChest.allocation.export.mutationOptions())
  const isNow = postedUntil === undefined
  const mayManage = useMayDo('chest.manage') && isNow
  const [opened, setOpened] = useState<'add' | 'export'>()
  const close = () => setOpened(undefined)
  const hasAny = (answer.data?.allocations.length ?? 0) > 0
  return (
    <div className="flex flex-col gap-8 print:gap-4">
      <div className="-mb-6">
        <PageHeader
          title={`${formatFiscalYear(fiscalYear)}の配分金`}
          description={isNow ? '共同募金会から補助金として交付されるお金です。受入れと使途を記録します。' : `${postedUntilWords(postedUntil)}です。決定額・使途・報告も、その時点の登録によります。`}
          actions={
            <>
              <ExportChoice subject="配分金" write={(format) => write.mutateAsync({ fiscalYear, postedUntil, format })} />
              {isNow && <Button icon="download" onClick={() => setOpened('export')}>公開データベース用</Button>}
              {hasAny && isNow && <OrderPapersButton order={{ kind: 'allocation_use_report', fiscalYear }}>使途報告</OrderPapersButton>}
              {mayManage && <Button variant="primary" icon="plus" onClick={() => setOpened('add')}>配分金を追加する</Button>}
            </>
          }
        />
      </div>
      {answer.isError && answer.data === undefined && <PageError reset={() => void answer.refetch()} />}
      <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }), resetScroll: false })} />
      {answer.isPending && <LoadingSkeleton lines={8} />}
      {answer.data !== undefined && <Allocations answer={answer.data} view={{ fiscalYear: answer.data.allocations[0]?.fiscalYear ?? fiscalYear, postedUntil }} isRefreshing={answer.isPlaceholderData} />}
      <Suspense>
        {opened === 'add' && <AllocationDialog allocation={null} fiscalYear={fiscalYear} onClose={close} />}
        {opened === 'export' && <ExportUsesDialog fiscalYear={fiscalYear} onClose={close} />}
      </Suspense>
    </div>
  )
}

interface AllocationsProps {
  readonly answer: AllocationsOfYear
  readonly view: MomentSearch & { readonly fiscalYear: FiscalYear }
  readonly isRefreshing: boolean
}

function Allocations({ answer: { allocations, today }, view: { fiscalYear, postedUntil }, isRefreshing }: AllocationsProps) {
  const total = sumOfStandings(allocations.map(allocationStanding))
  const overdue = allocations.filter(({ uses }) => uses.some((use) => reportStateOf(use, today) === 'overdue'))
  const beyond = allocations.filter((each) => allocationStanding(each).remainingYen < 0)
  return (
    <>
      {overdue.length > 0 && (
        <NoticeBanner tone="warning" title="使途の報告の期限を過ぎたものがあります">
          {overdue.map(({ name }) => name).join('、')}
        </NoticeBanner>
      )}
      {beyond.length > 0 && (
        <NoticeBanner tone="warning" title="使途の合計が決定額を超えている配分金があります">
          {beyond.map((each) => `${each.name}（${formatYenDelta(allocationStanding(each).remainingYen)}円）`).join('、')}
        </NoticeBanner>
      )}
      {allocations.length > 0 && (
        <div className="grid gap-6 sm:grid-cols-2 xl:grid-cols-4 print:grid-cols-4 print:gap-4">
          <StatFigure label="決定額" value={formatYenDelta(total.decidedYen)} unit="円" note="共同募金会が決めた額" />
          <StatFigure label="受入額" value={formatYenDelta(total.receivedYen)} unit="円" href={entriesHref({ allocationYear: fiscalYear, postedUntil })} note="帳簿に受け入れた額。取消を除きます" />
          <StatFigure label="これから受け入れる額" value={formatYenDelta(total.toReceiveYen)} unit="円" note="決定額から受入額を引いた額" />
          <StatFigure label="使途が決まっていない額" value={formatYenDelta(total.remainingYen)} unit="円" note="決定額から使途の額を引いた額" />
        </div>
      )}
      <AllocationsTable {...{ allocations, today, postedUntil, isRefreshing }} />
    </>
  )
}
