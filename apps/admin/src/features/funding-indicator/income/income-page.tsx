import { fiscalYear, type FiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { incomeComposition } from '@sasaeai/domain/funding-indicator/income/income-composition'
import { incomeTotalKindNames, incomeTotalKinds } from '@sasaeai/domain/funding-indicator/income/income-total-kind'
import type { IncomeYears } from '@sasaeai/domain/funding-indicator/income/income-years'
import { choiceIn } from '@sasaeai/domain/text/address-value'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LinkButton } from '@sasaeai/ui/link-button'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { DayField } from '../../../app/day-field.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { today } from '../../../app/read-typed.ts'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { CompositionChart } from './composition-chart.tsx'
import { CompositionTable } from './composition-table.tsx'
import { IncomeImportDialog } from './income-import-dialog.tsx'
import { LayStandardLines } from './income-lines-page.tsx'
import { compositionViews, type IncomeSearch, yearCounts } from './income-search.ts'

/** What is shown: the address with what it leaves out filled in. */
function useShown() {
  const { kind = 'settled', count = 10, view = 'category', known, last: asked } = useSearch({ from: '/staff/income' })
  const present = fiscalYearOf(today())
  // A year that is still under way would look poor beside whole ones; its 予算 is whole.
  const last = asked ?? (kind === 'budget' ? present : fiscalYear(present - 1))
  return { kind, count, view, known, last, first: fiscalYear(last - count + 1), present }
}

/** 財源の構成: the whole income of up to ten years, and the share of each line. */
export function IncomePage() {
  const { first, last, known } = useShown()
  // All that was recorded until the end of that day in Tokyo.
  const asOf = known === undefined ? undefined : `${known}T14:59:59.999Z`
  const income = useQuery({ ...trpc.income.years.queryOptions({ first, last, asOf }), placeholderData: keepPreviousData })
  return (
    <>
      <PageHeader title="財源の構成" actions={<PageActs asOf={asOf} />}
        description={`${formatFiscalYear(first)}から${formatFiscalYear(last)}まで。帳簿に記帳した収入と、ほかの帳簿の年額を合わせた、社協の収入全体です。共同募金など預かっているお金は含みません。`} />
      <CompositionFilter />
      {known !== undefined && <p className="mb-4 font-bold">{formatLocalDate(known)}までに記録された内容で表示しています。</p>}
      {income.isError && income.data === undefined && <PageError reset={() => void income.refetch()} />}
      {income.isPending && <LoadingSkeleton lines={12} />}
      {income.data !== undefined && <Composition income={income.data} isRefreshing={income.isPlaceholderData} />}
    </>
  )
}

function Composition({ income, isRefreshing }: { income: IncomeYears; isRefreshing: boolean }) {
  const { kind, view, present } = useShown()
  const composition = useMemo(() => incomeComposition(income, kind), [income, kind])
  if (income.lines.length === 0) {
    return (
      <EmptyState title="収入の区分がまだありません" icon="chart" action={<LayStandardLines />}>
        区分をつくると、帳簿のお金が財源ごとに数えられ、ほかの帳簿の年額を入れられます。
      </EmptyState>
    )
  }
  if (composition.rows.length === 0) {
    return <EmptyState title={`この期間の${incomeTotalKindNames[kind]}はまだありません`} icon="chart">「年額を入力する」か「ファイルから取り込む」で入れてください。</EmptyState>
  }
  return (
    <div className="flex flex-col gap-8 print:gap-3">
      <CompositionChart composition={composition} kind={kind} view={view} />
      <CompositionTable composition={composition} kind={kind} isRefreshing={isRefreshing} />
      <p className="text-[0.875rem] text-ink-sub print:text-[0.5625rem]">
        構成比は年度ごとに0.1%まで表示し、合計がちょうど100.0%になるよう端数を配分しています。
        {kind === 'settled' && composition.years.includes(present) && `${formatFiscalYear(present)}は年度の途中です。`}
      </p>
    </div>
  )
}

function CompositionFilter() {
  const { kind, count, view, known, last, present } = useShown()
  const navigate = useNavigate({ from: '/income' })
  const change = (wanted: Partial<IncomeSearch>) => void navigate({ search: (before) => ({ ...before, ...wanted }), replace: true, resetScroll: false })
  const years = Array.from({ length: 20 }, (_, place) => fiscalYear(present + 1 - place))
  return (
    <div className="mb-6 flex flex-wrap gap-x-6 gap-y-3 print-hidden">
      <SelectField label="予算・決算" width="short" value={kind} options={incomeTotalKinds.toReversed().map((value) => ({ value, label: incomeTotalKindNames[value] }))}
        onChange={(event) => change({ kind: choiceIn(incomeTotalKinds, event.currentTarget.value) })} />
      <SelectField label="新しい年度" width="short" value={String(last)} options={years.map((year) => ({ value: String(year), label: formatFiscalYear(year) }))}
        onChange={(event) => change({ last: years.find((year) => String(year) === event.currentTarget.value) })} />
      <SelectField label="並べる年度" width="short" value={String(count)} options={yearCounts.map((each) => ({ value: String(each), label: `${each}年度` }))}
        onChange={(event) => change({ count: yearCounts.find((each) => String(each) === event.currentTarget.value) })} />
      <SelectField label="グラフの分け方" width="short" value={view} options={[{ value: 'category', label: '種類別' }, { value: 'line', label: '区分別' }]}
        onChange={(event) => change({ view: choiceIn(compositionViews, event.currentTarget.value) })} />
      <DayField label="この日までの記録で見る" id="known" day={known} onChange={(day) => change({ known: day })} />
    </div>
  )
}

function PageActs({ asOf }: { asOf: string | undefined }) {
  const { first, last } = useShown()
  const mayWrite = useMayDo('indicator.write')
  const write = useMutation(trpc.income.export.mutationOptions())
  const [isImporting, setImporting] = useState(false)
  return (
    <>
      <Button icon="printer" onClick={() => window.print()}>印刷</Button>
      <ExportChoice subject="財源の構成" write={(format) => write.mutateAsync({ first, last, asOf, format })}>
        Excelには決算・予算の額と構成比の表が入ります。CSVは年度と区分を1行ずつ書き、「帳簿のほか」を直してそのまま取り込めます。
      </ExportChoice>
      {mayWrite && <Button icon="upload" onClick={() => setImporting(true)}>ファイルから取り込む</Button>}
      <YearLink year={last} mayWrite={mayWrite} />
      {isImporting && <IncomeImportDialog onClose={() => setImporting(false)} />}
    </>
  )
}

function YearLink({ year, mayWrite }: { year: FiscalYear; mayWrite: boolean }) {
  return <LinkButton variant={mayWrite ? 'primary' : 'secondary'} href={`/admin/income/${year}`}>{mayWrite ? '年額を入力する' : '年額の明細を見る'}</LinkButton>
}
