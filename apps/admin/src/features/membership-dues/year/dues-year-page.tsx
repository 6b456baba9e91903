import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { DuesProgressInput } from '@sasaeai/domain/membership-dues/progress/dues-progress-input'
import type { DuesYear } from '@sasaeai/domain/membership-dues/year/dues-year'
import { duesYearNotes } from '@sasaeai/domain/membership-dues/year/dues-year-notes'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { CutForm } from '../../funding-indicator/cut-form.tsx'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { YearDistricts } from './year-districts.tsx'
import { YearKinds, YearShareBack } from './year-kinds.tsx'
import { YearTrend } from './year-trend.tsx'

/** On paper all of it stands on one A4: smaller letters and closer lines than elsewhere. */
const onePaper = [
  'print:[--text-cell:0.5938rem] print:[--cell-x:0.2rem] print:[--cell-y:0.09rem]',
  'print:[&_td]:leading-120 print:[&_th]:leading-120 print:[&_h1]:text-[1.25rem] print:[&_header_div]:text-[0.75rem]',
  'print:[&_figcaption_p]:text-[0.75rem] print:[&_figure]:gap-0 print:[&_h2]:text-[0.8125rem] print:[&_thead_th]:py-1',
].join(' ')

/** 年間のまとめ: a year of dues as a board is shown it, each amount of which opens. */
export function DuesYearPage() {
  const { until, postedUntil } = useSearch({ from: '/staff/dues/year' })
  const fiscalYear = useFiscalYearInView()
  const navigate = useNavigate({ from: '/dues/year' })
  const asked = { fiscalYear, until, postedUntil }
  const answer = useQuery({ ...trpc.membershipDues.year.queryOptions(asked), placeholderData: keepPreviousData })
  const year = answer.data
  return (
    <div className={`flex flex-col gap-8 print:gap-2.5 ${onePaper}`} aria-busy={answer.isPlaceholderData}>
      <div className="-mb-6 print:-mb-3">
        <PageHeader
          title="会費の年間のまとめ"
          description={year === undefined ? undefined : periodOf(year)}
          actions={<YearActs asked={asked} />}
        />
      </div>
      {answer.isError && year === undefined && <PageError reset={() => void answer.refetch()} />}
      {answer.isPending && <LoadingSkeleton lines={12} />}
      {year !== undefined && (
        <>
          <CutForm
            cut={{ fiscalYear: year.cut.fiscalYear, asOf: year.cut.until }}
            onChange={(day) => void navigate({ search: (before) => ({ ...before, until: day ?? undefined }) })}
          />
          <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }) })} />
          {year.kinds.length === 0 && year.years.length === 0 ? <NothingYet /> : <Figures year={year} />}
        </>
      )}
    </div>
  )
}

function periodOf({ cut }: DuesYear): string {
  return `${formatFiscalYear(cut.fiscalYear)}分　${formatLocalDate(cut.until)}までの受入れ（前年は${formatLocalDate(cut.lastUntil)}まで）`
}

function YearActs({ asked }: { asked: DuesProgressInput }) {
  const write = useMutation(trpc.membershipDues.exportYear.mutationOptions())
  return (
    <>
      <ExportChoice subject="年間のまとめ" write={(format) => write.mutateAsync({ ...asked, format })} />
      <OrderPapersButton order={{ kind: 'dues_year', ...asked }}>PDF（A4 1枚）</OrderPapersButton>
      <Button icon="printer" onClick={() => window.print()}>
        印刷
      </Button>
    </>
  )
}

function NothingYet() {
  return (
    <EmptyState title="この年度の会費はまだありません" icon="chart">
      年度の条件を決め、受付で記帳すると、ここに集計されます。
    </EmptyState>
  )
}

function Figures({ year }: { year: DuesYear }) {
  return (
    <>
      <YearKinds year={year} />
      <YearShareBack year={year} />
      <YearTrend year={year} />
      <YearDistricts {...year} />
      <ul className="flex list-none flex-col gap-1 text-[0.8125rem] text-ink-sub print:gap-0 print:text-[0.5625rem]">
        {duesYearNotes(year).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  )
}
