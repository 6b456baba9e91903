import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { planKindNames } from '@sasaeai/domain/funding-indicator/plan/plan-kind'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { planYearsText } from './plan-years.ts'

const PlanDialog = lazy(async () => ({ default: (await import('./plan-dialog.tsx')).PlanDialog }))

type ListedPlan = RouterOutput['plan']['list'][number]

const columns: Column<ListedPlan>[] = [
  {
    id: 'name', header: '計画', isRowHeader: true, isText: true,
    cell: ({ planId, name, closedOn }) => (
      <span className="flex flex-wrap items-center gap-2">
        <AppLink to="/plans/$planId" params={{ planId }}>{name}</AppLink>
        {closedOn !== null && <StatusChip>{formatLocalDate(closedOn)}に使用終了</StatusChip>}
      </span>
    ),
  },
  { id: 'kind', header: '種類', cell: ({ kind }) => planKindNames[kind] },
  { id: 'years', header: '期間', cell: planYearsText },
  { id: 'indicators', header: '指標（件）', align: 'end', cell: ({ indicatorCount }) => indicatorCount },
  { id: 'reviews', header: '点検・評価', cell: ({ reviewedYears }) => (reviewedYears.length === 0 ? '—' : reviewedYears.map((year) => formatFiscalYear(year)).join('、')) },
]

/** 計画の一覧: 中期経営計画 and 地域福祉活動計画 with their periods, and the way to the plans of the 校区. */
export function PlansPage() {
  const list = useQuery(trpc.plan.list.queryOptions())
  const write = useMutation(trpc.plan.exportList.mutationOptions())
  const mayManage = useMayDo('indicator.manage')
  const [isAdding, setAdding] = useState(false)
  const navigate = useNavigate()
  if (list.isError && list.data === undefined) return <PageError reset={() => void list.refetch()} />
  return (
    <>
      <PageHeader title="計画" description="中期経営計画・地域福祉活動計画の指標と目標、年度ごとの進みぐあい、委員会の点検・評価です。"
        actions={
          <>
            <Button icon="printer" onClick={() => window.print()}>印刷</Button>
            <ExportChoice subject="計画の一覧" write={(format) => write.mutateAsync({ format })}>
              計画の一覧と、校区福祉活動計画の表です。指標ごとの進みぐあいと点検・評価は、それぞれの計画のページから書き出せます。
            </ExportChoice>
            {mayManage && <Button variant="primary" icon="plus" onClick={() => setAdding(true)}>計画を追加する</Button>}
          </>
        } />
      <div className="flex flex-col gap-6">
        <DataTable caption="計画の一覧" columns={columns} rows={list.data} rowKey={({ planId }) => planId} phone="cards"
          empty={<EmptyState title="計画はまだありません">「計画を追加する」で期間を決めると、指標を選んで年度ごとに進みぐあいを見られます。</EmptyState>} />
        <p><AppLink to="/plans/districts">校区福祉活動計画（校区ごとの策定の状況）</AppLink></p>
      </div>
      <Suspense>
        {isAdding && <PlanDialog plan={null} onClose={() => setAdding(false)} onSaved={(planId) => void navigate({ to: '/plans/$planId', params: { planId } })} />}
      </Suspense>
    </>
  )
}
