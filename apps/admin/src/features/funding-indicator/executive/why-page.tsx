import { differenceOf, splitDifference, wordsOfSplit } from '@sasaeai/domain/funding-indicator/executive/difference'
import type { Explanation } from '@sasaeai/domain/funding-indicator/executive/explanation'
import { placeOf } from '@sasaeai/domain/funding-indicator/executive/explanation-tables'
import { fundingCategoryNames } from '@sasaeai/domain/ledger/funding-category'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import type { Crumb } from '@sasaeai/ui/breadcrumb'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { entriesHref } from '../../../app/entries-href.ts'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { AreaParts, filterOfView, WayParts } from './difference-parts.tsx'
import type { WhySearch } from './executive-search.ts'
import { periodOf, SplitHelp } from './executive-words.tsx'

/** なぜ増えた・減った: a difference by area, by method, and at last by households and what each of them gave. */
export function WhyPage() {
  const search: WhySearch = useSearch({ from: '/staff/executive/why' })
  const fiscalYear = useFiscalYearInView()
  const { category = 'community_chest', ...within } = search
  const answer = useQuery({ ...trpc.executive.explanation.queryOptions({ fiscalYear, category, ...within }), placeholderData: keepPreviousData })
  const explanation = answer.data
  if (answer.isError && explanation === undefined) return <PageError reset={() => void answer.refetch()} />
  if (explanation === undefined) return <LoadingSkeleton lines={12} />
  return (
    <div className="flex flex-col gap-8 print:gap-4" aria-busy={answer.isPlaceholderData}>
      <WhyHeader explanation={explanation} search={search} />
      {explanation.whole.thisYen === 0 && explanation.whole.lastYen === 0 ? (
        <EmptyState title="今年度も前年同日までも受入れがありません" icon="chart">上の道すじから、一つ前に戻れます。</EmptyState>
      ) : (
        <>
          <Whole explanation={explanation} />
          {/* A handful of methods before some dozens of areas, so that both are in reach. */}
          <WayParts explanation={explanation} search={search} isTableFirst />
          {explanation.areas.length > 0 && <AreaParts explanation={explanation} search={search} isTableFirst />}
        </>
      )}
    </div>
  )
}

function WhyHeader({ explanation, search }: { explanation: Explanation; search: WhySearch }) {
  const { cut, category, whole } = explanation
  const exporting = useMutation(trpc.executive.exportExplanation.mutationOptions())
  const change = differenceOf(whole)
  return (
    <div className="-mb-6">
      <PageHeader
        title={`${placeOf(explanation)}はなぜ${change < 0 ? '減った？' : change > 0 ? '増えた？' : '同じ？'}`}
        description={periodOf(cut)}
        crumbs={useCrumbs(explanation, search)}
        actions={
          <>
            <Button icon="printer" onClick={() => window.print()}>印刷</Button>
            <ExportChoice subject="増減の内訳" write={(format) => exporting.mutateAsync({ fiscalYear: cut.fiscalYear, ...search, category, format })} />
          </>
        }
      />
    </div>
  )
}

/** The way down to here; each step leads back to itself, with the same day and year. */
function useCrumbs({ category, path, way }: Explanation, search: WhySearch): Crumb[] {
  const router = useRouter()
  const { asOf, postedUntil } = search
  const top = { asOf, postedUntil, category }
  const why = (within: WhySearch) => router.buildLocation({ to: '/executive/why', search: { ...top, ...within } }).href
  const steps: Crumb[] = [
    { label: fundingCategoryNames[category], href: why({}) },
    ...path.map(({ areaId, name }) => ({ label: name, href: why({ areaId }) })),
    ...(way === null ? [] : [{ label: way.name }]),
  ]
  const { label = '' } = steps.at(-1) ?? {}
  return [{ label: '経営のページ', href: router.buildLocation({ to: '/executive', search: top }).href }, ...steps.slice(0, -1), { label }]
}

function Whole({ explanation }: { explanation: Explanation }) {
  const { whole } = explanation
  const words = whole.counter === null ? null : wordsOfSplit(whole, whole.counter)
  return (
    <section aria-label="全体" className="flex flex-col gap-4">
      <div className="grid gap-6 sm:grid-cols-3 print:grid-cols-3 print:gap-4">
        <StatFigure label="今年度" value={formatYenDelta(whole.thisYen)} unit="円" href={entriesHref(filterOfView(explanation, 'this'))} note={countNote(whole.thisCount, whole.counter)} />
        <StatFigure label="前年同日" value={formatYenDelta(whole.lastYen)} unit="円" href={entriesHref(filterOfView(explanation, 'last'))} note={countNote(whole.lastCount, whole.counter)} />
        <StatFigure label="増減" value={formatYenDelta(differenceOf(whole))} unit="円" note={`前年比 ${formatYearOnYear(whole.thisYen, whole.lastYen)}`} />
      </div>
      {words === null ? (
        <p className="text-[0.9375rem] text-ink-sub">
          {explanation.wayKind === null || explanation.way !== null || whole.counter !== null
            ? '前年か今年の数が分からないため、数による増減と1つ当たりによる増減には分けられません。'
            : '数え方の違う受入れが混ざっているため、下の表から方法を1つ選ぶと、数による増減と1つ当たりによる増減が分かります。'}
        </p>
      ) : (
        <Split explanation={explanation} words={words} />
      )}
    </section>
  )
}

function countNote(count: number, counter: string | null): string | undefined {
  return counter === null ? undefined : `${groupDigits(count)}${counter}`
}

/** 世帯数による増減 + 1世帯当たりによる増減 = 増減, in words and in yen. */
function Split({ explanation: { whole }, words }: { explanation: Explanation; words: string }) {
  const split = splitDifference(whole)
  if (split === null || whole.counter === null) return null
  const { counter } = whole
  return (
    <div className="keep-together flex flex-col gap-2 rounded-8 border border-line bg-surface-sub p-4">
      <p className="flex items-center gap-1 text-[1.125rem] font-bold">
        <span>{words}。</span>
        <SplitHelp />
      </p>
      <dl className="flex flex-wrap items-baseline gap-x-6 gap-y-1 text-[1rem]">
        <Term name={`${counter}数による増減`} value={`${formatYenDelta(split.byCountYen)}円`} />
        <Term name={`＋ 1${counter}当たりによる増減`} value={`${formatYenDelta(split.byAverageYen)}円`} />
        <Term name="＝ 増減" value={`${formatYenDelta(differenceOf(whole))}円`} />
      </dl>
      <p className="text-[0.875rem] text-ink-sub">
        1{counter}当たり {formatYenDelta(split.lastAverageYen)}円 → {formatYenDelta(split.thisAverageYen)}円（円未満は四捨五入）
      </p>
    </div>
  )
}

function Term({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex gap-2">
      <dt className="text-ink-sub">{name}</dt>
      <dd className="figures font-bold">{value}</dd>
    </div>
  )
}
