import { type CampaignResult, yearAsked } from '@sasaeai/domain/community-chest/result/campaign-result'
import type { CampaignResultInput } from '@sasaeai/domain/community-chest/result/campaign-result-input'
import { resultOfWire } from '@sasaeai/domain/community-chest/result/campaign-result-wire'
import { isEmptyResult, resultNotes, resultPeriod, scopeName } from '@sasaeai/domain/community-chest/result/result-words'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { Tabs } from '@sasaeai/ui/tabs'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { CutForm } from '../../funding-indicator/cut-form.tsx'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { AreaResultTable } from './area-result-table.tsx'
import { MethodResultTable } from './method-result-table.tsx'
import { ResultHeadline } from './result-headline.tsx'
import { type ResultSearch, type ResultTab, resultTabs, scopeAsked } from './result-search.ts'
import { ScopeChoice } from './scope-choice.tsx'
import { YearResultTable } from './year-result-table.tsx'

/** 募金実績: what was collected by method and by area, against goals and against earlier years. */
export function ResultsPage() {
  const search = useSearch({ from: '/staff/chest/results' })
  const fiscalYear = useFiscalYearInView()
  const navigate = useNavigate({ from: '/chest/results' })
  const asked = { fiscalYear, years: search.years ?? 1, ...scopeAsked(search) }
  const answer = useQuery({ ...trpc.communityChest.result.table.queryOptions(asked), placeholderData: keepPreviousData, select: resultOfWire })
  const result = answer.data
  const change = (wanted: Partial<ResultSearch>) => void navigate({ search: (before) => ({ ...before, ...wanted }), resetScroll: false })
  return (
    <div className="flex flex-col gap-6 print:gap-3" aria-busy={answer.isPlaceholderData}>
      <div className="-mb-6 print:-mb-2">
        <PageHeader
          title={result === undefined ? '募金実績' : `募金実績　${scopeName(result.scope, result.campaigns)}`}
          description={result === undefined ? undefined : resultPeriod(result)}
          actions={<ResultActs asked={asked} />}
        />
      </div>
      {answer.isError && result === undefined && <PageError reset={() => void answer.refetch()} />}
      {answer.isPending && <LoadingSkeleton lines={12} />}
      {result !== undefined && (
        <>
          <div className="flex flex-wrap items-start gap-x-8 gap-y-3 print-hidden">
            <ScopeChoice scope={result.scope} campaigns={result.campaigns} onChange={change} />
            <YearsChoice years={asked.years} onChange={(years) => change({ years })} />
            <CutForm
              cut={{ fiscalYear: result.scope.fiscalYear, asOf: yearAsked(result).until }}
              onChange={(day) => change({ until: day ?? undefined })}
            />
          </div>
          <PostingMomentForm moment={search.postedUntil} onChange={(postedUntil) => change({ postedUntil })} />
          {isEmptyResult(result) ? <NothingYet /> : <Figures result={result} tab={search.tab ?? 'methods'} onTab={(tab) => change({ tab })} />}
        </>
      )}
    </div>
  )
}

function ResultActs({ asked }: { asked: CampaignResultInput }) {
  const write = useMutation(trpc.communityChest.result.export.mutationOptions())
  return (
    <>
      <ExportChoice subject="募金実績" write={(format) => write.mutateAsync({ ...asked, format })} />
      <OrderPapersButton order={{ kind: 'campaign_result', ...asked }}>PDF（校区まで）</OrderPapersButton>
      <OrderPapersButton order={{ kind: 'campaign_result', ...asked, withAssociations: true }}>PDF（自治会まで）</OrderPapersButton>
      <Button icon="printer" onClick={() => window.print()}>
        印刷
      </Button>
    </>
  )
}

function YearsChoice({ years, onChange }: { years: number; onChange: (years: number | undefined) => void }) {
  return (
    <SelectField
      label="並べる年度"
      width="short"
      value={String(years)}
      options={[1, 2, 3, 4, 5].map((count) => ({ value: String(count), label: count === 1 ? 'この年度だけ' : `${count}年間` }))}
      onChange={(event) => onChange(event.currentTarget.value === '1' ? undefined : Number(event.currentTarget.value))}
    />
  )
}

function NothingYet() {
  return (
    <EmptyState title="この年度の運動はまだありません" icon="feather">
      設定の「運動」で追加するか、前年度から写してください。受付で記帳すると、ここに集計されます。
    </EmptyState>
  )
}

const tabNames: Record<ResultTab, string> = { methods: '方法別', areas: '校区別' }

interface FiguresProps {
  readonly result: CampaignResult
  readonly tab: ResultTab
  readonly onTab: (tab: ResultTab | undefined) => void
}

function Figures({ result, tab, onTab }: FiguresProps) {
  const content = tab === 'methods' ? <MethodResultTable result={result} /> : <AreaResultTable result={result} />
  return (
    <>
      <ResultHeadline result={result} />
      <Tabs
        label="集計の切り口"
        items={resultTabs.map((id) => ({ id, label: tabNames[id], content: id === tab ? content : null }))}
        selectedId={tab}
        onSelect={(id) => onTab(resultTabs.find((each) => each === id && each !== 'methods'))}
      />
      {result.shownYears > 1 && <YearResultTable result={result} />}
      <ul className="flex list-none flex-col gap-1 text-[0.8125rem] text-ink-sub print:gap-0 print:text-[0.625rem]">
        {resultNotes(result).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  )
}
