import { householdBasisNames, householdBases } from '@sasaeai/domain/area/household-basis'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import type { DuesProgressInput } from '@sasaeai/domain/membership-dues/progress/dues-progress-input'
import { type DuesProgressFacts, progressOfWire } from '@sasaeai/domain/membership-dues/progress/dues-progress-wire'
import { Button } from '@sasaeai/ui/button'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { SelectField } from '@sasaeai/ui/select-field'
import { Tabs } from '@sasaeai/ui/tabs'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { CutForm } from '../../funding-indicator/cut-form.tsx'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import type { DuesProgressSearch } from './dues-progress-search.ts'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { ProgressHeadline } from './progress-headline.tsx'
import { ProgressTable } from './progress-table.tsx'
import { progressView, uncountedRequests } from './progress-view.ts'

/** 納入状況: how far a year's dues have come, from the whole council down to each 自治会. */
export function DuesProgressPage() {
  const { until, postedUntil, kind } = useSearch({ from: '/staff/dues' })
  const fiscalYear = useFiscalYearInView()
  const navigate = useNavigate({ from: '/dues' })
  const asked = { fiscalYear, until, postedUntil }
  const answer = useQuery({
    ...trpc.membershipDues.progress.queryOptions(asked),
    placeholderData: keepPreviousData,
    select: progressOfWire,
  })
  const progress = answer.data
  const change = (wanted: Partial<DuesProgressSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...wanted }), resetScroll: false })
  return (
    <div className="flex flex-col gap-6 print:gap-3" aria-busy={answer.isPlaceholderData}>
      <div className="-mb-6">
        <PageHeader
          title="会費の納入状況"
          description={progress === undefined ? undefined : periodOf(progress)}
          actions={
            <>
              <ProgressExportButton asked={asked} />
              <OrderPapersButton
                order={{ kind: 'dues_progress_list', ...asked, ...(kind === undefined ? {} : { duesKindId: kind }) }}
              >
                一覧表（PDF）
              </OrderPapersButton>
              <Button icon="printer" onClick={() => window.print()}>
                印刷
              </Button>
            </>
          }
        />
      </div>
      {answer.isError && progress === undefined && <PageError reset={() => void answer.refetch()} />}
      {answer.isPending && <LoadingSkeleton lines={12} />}
      {progress !== undefined && (
        <>
          <div className="flex flex-wrap items-start gap-x-8 print-hidden">
            <CutForm
              cut={{ fiscalYear: progress.cut.fiscalYear, asOf: progress.cut.until }}
              onChange={(day) => change({ until: day ?? undefined })}
            />
            <BasisChoice progress={progress} onChange={(basis) => change({ basis })} />
          </div>
          <PostingMomentForm moment={postedUntil} onChange={(moment) => change({ postedUntil: moment })} />
          <UncountedNotice progress={progress} />
          <KindTabs progress={progress} change={change} />
        </>
      )}
    </div>
  )
}

function periodOf({ cut }: DuesProgressFacts): string {
  const days = `${formatFiscalYear(cut.fiscalYear)}分　${formatLocalDate(cut.until)}までの受入れ`
  return cut.postedUntil === undefined ? days : `${days}　納入は${postedUntilWords(cut.postedUntil)}、お願いと世帯数もその時点の登録`
}

interface PartProps {
  readonly progress: DuesProgressFacts
  readonly change: (wanted: Partial<DuesProgressSearch>) => void
}

const allKinds = 'all'

function KindTabs({ progress, change }: PartProps) {
  const search = useSearch({ from: '/staff/dues' })
  const used = progress.kinds.filter(
    ({ duesKindId, unit }) => unit !== null || progress.facts.some((fact) => fact.duesKindId === duesKindId),
  )
  const choices = [{ id: allKinds, label: 'すべての会費' }, ...used.map(({ duesKindId, name }) => ({ id: duesKindId, label: name }))]
  const selectedId = used.find(({ duesKindId }) => duesKindId === search.kind)?.duesKindId ?? allKinds
  const view = progressView(progress, search)
  const content = (
    <div className="flex flex-col gap-6 print:gap-3">
      <p className="hidden font-bold print:block">{view.kind?.name ?? 'すべての会費'}</p>
      <ProgressHeadline view={view} />
      <ProgressTable key={selectedId} view={view} status={search.status} onStatus={(status) => change({ status })} />
    </div>
  )
  return (
    <Tabs
      label="会員種別"
      items={choices.map((choice) => ({ ...choice, content: choice.id === selectedId ? content : null }))}
      selectedId={selectedId}
      onSelect={(id) => change({ kind: used.find(({ duesKindId }) => duesKindId === id)?.duesKindId })}
    />
  )
}

interface BasisChoiceProps {
  readonly progress: DuesProgressFacts
  readonly onChange: (basis: (typeof householdBases)[number] | undefined) => void
}

/** Offered only where there is a choice. */
function BasisChoice({ progress, onChange }: BasisChoiceProps) {
  const { basis } = useSearch({ from: '/staff/dues' })
  if (progress.households.length < 2) return null
  return (
    <SelectField
      label="加入率の世帯数"
      value={basis ?? progress.households[0]?.basis ?? ''}
      options={progress.households.map((each) => ({ value: each.basis, label: householdBasisNames[each.basis] }))}
      onChange={(event) => onChange(householdBases.find((each) => each === event.currentTarget.value))}
    />
  )
}

function UncountedNotice({ progress }: { progress: DuesProgressFacts }) {
  const words = uncountedRequests(progress)
  if (words === null) return null
  return <NoticeBanner tone="info" title="まだ数えていないお願いがあります" className="print-hidden">{words}</NoticeBanner>
}

function ProgressExportButton({ asked }: { asked: DuesProgressInput }) {
  const write = useMutation(trpc.membershipDues.exportProgress.mutationOptions())
  return <ExportChoice subject="納入状況" write={(format) => write.mutateAsync({ ...asked, format })} />
}
