import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { Button } from '@sasaeai/ui/button'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { PostingMomentForm } from '../posting-moment-form.tsx'
import { indicatorColumns } from './indicator-columns.tsx'
import { IndicatorListActs } from './indicator-list-acts.tsx'
import type { IndicatorSearch } from './indicator-search.ts'
import { IndicatorYearDialog } from './indicator-year-dialog.tsx'
import { LayIndicatorsButton } from './lay-indicators-button.tsx'

export type ListedIndicator = RouterOutput['indicator']['list'][number]

/** 指標の一覧: the table that a plan prints, for the year in view. */
export function IndicatorsPage() {
  const fiscalYear = useFiscalYearInView()
  const { postedUntil } = useSearch({ from: '/staff/indicators' })
  const navigate = useNavigate({ from: '/indicators' })
  const list = useQuery({ ...trpc.indicator.list.queryOptions({ fiscalYear, postedUntil }), placeholderData: keepPreviousData })
  if (list.isError && list.data === undefined) return <PageError reset={() => void list.refetch()} />
  return (
    <>
      <PageHeader
        title="指標"
        description={`${formatFiscalYear(fiscalYear)}の目標と実績、評価と次期への課題です。実績には、それぞれの時点を付けています。${postedUntil === undefined ? '' : postedUntilWords(postedUntil)}`}
        actions={<IndicatorListActs fiscalYear={fiscalYear} postedUntil={postedUntil} />}
      />
      <div className="mb-4 print-hidden">
        <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }) })} />
      </div>
      {list.data?.length === 0 ? <NoIndicators /> : <IndicatorList indicators={list.data} isRefreshing={list.isPlaceholderData} />}
    </>
  )
}

function NoIndicators() {
  return (
    <EmptyState title="指標はまだありません" icon="chart">
      <p className="mb-3">自主財源比率や会員加入率などの標準の指標をつくるか、計画の指標をファイルから取り込んでください。</p>
      <LayIndicatorsButton />
    </EmptyState>
  )
}

function IndicatorList({ indicators, isRefreshing }: { indicators: readonly ListedIndicator[] | undefined; isRefreshing: boolean }) {
  const { category, ofPlan, postedUntil } = useSearch({ from: '/staff/indicators' })
  // What is entered is entered now, and would not be seen in a past moment.
  const mayWrite = useMayDo('indicator.write') && postedUntil === undefined
  const [edited, setEdited] = useState<ListedIndicator>()
  const shown = indicators?.filter((each) => (category === undefined || each.category === category) && (ofPlan !== true || isOfPlan(each)))
  const year = edited?.values.at(-1)
  return (
    <div className="flex flex-col gap-4 print:[--text-cell:0.6875rem]">
      <IndicatorFilters indicators={indicators ?? []} />
      <DataTable
        caption="指標の一覧"
        columns={indicatorColumns({ postedUntil, onEdit: mayWrite ? setEdited : undefined })}
        rows={shown}
        rowKey={({ indicatorId }) => indicatorId}
        phone="cards"
        isRefreshing={isRefreshing}
        empty={<EmptyState title="この条件に合う指標はありません">分類を選び直すか、「目標か入力のある指標だけ」をはずしてください。</EmptyState>}
      />
      <p className="text-[0.8125rem] text-ink-sub">
        計算で求める指標の実績は、{postedUntil === undefined ? 'いまの' : 'その時点の'}帳簿によります。「—」は、もとになる数が記録されていないことを表します。
        推移は10年分です。点線は、定義の版が変わったところです。
      </p>
      {edited !== undefined && year !== undefined && <IndicatorYearDialog indicator={edited} year={year} onClose={() => setEdited(undefined)} />}
    </div>
  )
}

/** What a plan's own table holds: what has a target, an 評価, or was entered. */
function isOfPlan({ kind, values }: ListedIndicator): boolean {
  const now = values.at(-1)
  return kind === 'manual' || now?.target !== null || now.review !== null
}

function IndicatorFilters({ indicators }: { indicators: readonly ListedIndicator[] }) {
  const { category, ofPlan } = useSearch({ from: '/staff/indicators' })
  const navigate = useNavigate({ from: '/indicators' })
  const change = (wanted: Partial<IndicatorSearch>) => void navigate({ search: (before) => ({ ...before, ...wanted }), resetScroll: false })
  const categories = [...new Set(indicators.map((indicator) => indicator.category))].filter((each) => each !== '')
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3 print-hidden">
      <div className="min-w-56">
        <SelectField label="分類" value={category ?? ''} options={[{ value: '', label: 'すべて' }, ...categories.map((value) => ({ value, label: value }))]}
          onChange={(event) => change({ category: event.currentTarget.value === '' ? undefined : event.currentTarget.value })} />
      </div>
      <CheckboxField label="目標か入力のある指標だけ" checked={ofPlan === true} onChange={(event) => change({ ofPlan: event.currentTarget.checked ? true : undefined })} />
      {(category !== undefined || ofPlan === true) && <Button variant="quiet" onClick={() => change({ category: undefined, ofPlan: undefined })}>すべて表示する</Button>}
    </div>
  )
}
