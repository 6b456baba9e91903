import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, partsOf } from '@sasaeai/domain/calendar/local-date'
import { missingMonths } from '@sasaeai/domain/donation/revenue/machine-months'
import { type RevenueStreamKind, revenueStreamKindNames, revenueStreamKinds, sponsorDisplayNames } from '@sasaeai/domain/donation/revenue/revenue-stream-kind'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatAttainment } from '@sasaeai/domain/money/ratio'
import { formatYenDelta, negateYen, sumYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { Tabs } from '@sasaeai/ui/tabs'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { revenueSearchOf } from './revenue-search.ts'

const RevenueStreamDialog = lazy(async () => ({ default: (await import('./revenue-stream-dialog.tsx')).RevenueStreamDialog }))

export type RevenueStreamRow = RouterOutput['donation']['revenue']['list']['streams'][number]

/** 協賛・収益: machines, sponsors and outside platforms, each kind on a tab. */
export function RevenuePage() {
  const { kind = 'vending_machine', postedUntil } = useSearch({ from: '/staff/revenue' })
  const fiscalYear = useFiscalYearInView()
  const navigate = useNavigate()
  const [isAdding, setAdding] = useState(false)
  const mayManage = useMayDo('ground.manage') && postedUntil === undefined
  const write = useMutation(trpc.donation.revenue.export.mutationOptions())
  const show = (next: string) => void navigate({ to: '/revenue', search: revenueSearchOf({ kind: next, postedUntil }), replace: true })
  return (
    <>
      <PageHeader title="協賛・収益" description={postedUntil === undefined ? '寄附のほかに入るお金です。どれも総額で記帳し、手数料は別の支出にします。' : `受け入れた額は${postedUntilWords(postedUntil)}です。見込み・期間・相手先は、いまの登録によります。`}
        actions={
          <>
            <ExportChoice subject={revenueStreamKindNames[kind]} write={(format) => write.mutateAsync({ fiscalYear, kind, postedUntil, format })} />
            {mayManage && <Button variant="primary" icon="plus" onClick={() => setAdding(true)}>{revenueStreamKindNames[kind]}を追加する</Button>}
          </>
        } />
      <div className="mb-6 print-hidden">
        <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ to: '/revenue', search: { ...revenueSearchOf({ kind }), postedUntil: moment }, resetScroll: false })} />
      </div>
      <Tabs label="種類" selectedId={kind} onSelect={show}
        items={revenueStreamKinds.map((each) => ({ id: each, label: revenueStreamKindNames[each], content: each === kind && <StreamsOfKind {...{ kind, fiscalYear, postedUntil }} /> }))} />
      <Suspense>{isAdding && <RevenueStreamDialog kind={kind} stream={null} onClose={() => setAdding(false)} />}</Suspense>
    </>
  )
}

function StreamsOfKind({ kind, fiscalYear, postedUntil }: Omit<View, 'today'>) {
  const answer = useQuery(trpc.donation.revenue.list.queryOptions({ fiscalYear, kind, postedUntil }))
  if (answer.isError && answer.data === undefined) return <PageError reset={() => void answer.refetch()} />
  if (answer.isPending) return <LoadingSkeleton lines={6} />
  const { streams, today } = answer.data
  const shown = streams.filter(({ closedOn, thisYearYen, lastYearYen }) => closedOn === null || thisYearYen + lastYearYen !== 0)
  return (
    <DataTable caption={revenueStreamKindNames[kind]} columns={columnsOf(shown, { kind, fiscalYear, today, postedUntil })} rows={shown} rowKey={({ streamId }) => streamId} phone="cards"
      empty={<EmptyState title={`${revenueStreamKindNames[kind]}はまだありません`}>{emptyWords[kind]}</EmptyState>} />
  )
}

const emptyWords: Record<RevenueStreamKind, string> = {
  vending_machine: '設置した自動販売機を登録すると、毎月の手数料と未入金の月が分かります。',
  sponsorship: '協賛の期間・特典・名前の出し方を登録し、協賛金や物品を受け入れます。',
  crowdfunding: '市が募るふるさと納税のプロジェクトを登録します。領収書は市が発行するため、社協からは出しません。',
}

interface View extends MomentSearch {
  readonly kind: RevenueStreamKind
  readonly fiscalYear: FiscalYear
  readonly today: LocalDate
}

function columnsOf(streams: readonly RevenueStreamRow[], { kind, fiscalYear, today, postedUntil }: View): Column<RevenueStreamRow>[] {
  const sum = (figure: 'thisYearYen' | 'lastYearYen' | 'allYen' | 'allFeeYen') => formatYenDelta(sumYen(streams.map((each) => each[figure])))
  const opened = (stream: RevenueStreamRow, figure: 'thisYearYen' | 'allYen') => (
    <AppLink to="/revenue/$streamId" params={{ streamId: stream.streamId }} search={{ postedUntil }} hash="receipts">{formatYenDelta(stream[figure])}</AppLink>
  )
  const thisYear: Column<RevenueStreamRow> = { id: 'this', header: `${formatFiscalYear(fiscalYear)}（円）`, align: 'end', cell: (stream) => opened(stream, 'thisYearYen'), footer: sum('thisYearYen') }
  const named: Column<RevenueStreamRow> = { id: 'name', header: '名称', isRowHeader: true, cell: (stream) => <Named {...{ stream, postedUntil }} />, footer: '合計' }
  const expected = (header: string): Column<RevenueStreamRow> => ({ id: 'expected', header, align: 'end', cell: ({ expectedYen }) => (expectedYen === null ? '—' : formatYenDelta(expectedYen)) })
  switch (kind) {
    case 'vending_machine':
      return [
        named, { id: 'place', header: '設置場所', cell: ({ place }) => place || '—' }, expected('月の見込み（円）'), thisYear,
        { id: 'last', header: '前年度（円）', align: 'end', isWideOnly: true, cell: ({ lastYearYen }) => formatYenDelta(lastYearYen), footer: sum('lastYearYen') },
        { id: 'missing', header: '未入金の月', cell: (stream) => <Missing stream={stream} fiscalYear={fiscalYear} today={today} /> },
      ]
    case 'sponsorship':
      return [
        named, { id: 'period', header: '期間', cell: ({ startsOn, endsOn }) => <Period startsOn={startsOn} endsOn={endsOn} /> }, expected('協賛の額（円）'), thisYear,
        { id: 'display', header: '名前の出し方', cell: ({ display }) => (display === null ? '—' : sponsorDisplayNames[display]) },
        { id: 'terms', header: '特典', isWideOnly: true, cell: ({ terms }) => terms || '—' },
      ]
    case 'crowdfunding':
      return [
        named, { id: 'place', header: 'サイト', cell: ({ place }) => place || '—' }, expected('目標額（円）'),
        { id: 'all', header: '支援総額（円）', align: 'end', cell: (stream) => opened(stream, 'allYen'), footer: sum('allYen') },
        { id: 'fee', header: '手数料（円）', align: 'end', cell: ({ allFeeYen }) => formatYenDelta(allFeeYen), footer: sum('allFeeYen') },
        { id: 'net', header: '差引（円）', align: 'end', cell: ({ allYen, allFeeYen }) => formatYenDelta(sumYen([allYen, negateYen(allFeeYen)])), footer: formatYenDelta(sumYen(streams.flatMap(({ allYen, allFeeYen }) => [allYen, negateYen(allFeeYen)]))) },
        { id: 'attainment', header: '達成率', align: 'end', cell: ({ allYen, expectedYen }) => formatAttainment(allYen, expectedYen) },
      ]
  }
}

function Named({ stream: { streamId, code, name, supporterName, supporterNumber, closedOn }, postedUntil }: MomentSearch & { readonly stream: RevenueStreamRow }) {
  return (
    <>
      <AppLink to="/revenue/$streamId" params={{ streamId }} search={{ postedUntil }}>{name}</AppLink> {closedOn !== null && <StatusChip>使用終了</StatusChip>}
      <span className="block text-[0.8125rem] font-normal text-ink-sub">番号 {code}{supporterName !== null && `　${supporterName}（${supporterNumber}）`}</span>
    </>
  )
}

function Missing({ stream, fiscalYear, today }: { stream: RevenueStreamRow; fiscalYear: FiscalYear; today: LocalDate }) {
  const months = missingMonths(stream, fiscalYear, today)
  if (months.length === 0) return 'なし'
  return <StatusChip tone="warning">{months.map((month) => `${partsOf(month).month}月`).join('・')}</StatusChip>
}

function Period({ startsOn, endsOn }: Pick<RevenueStreamRow, 'startsOn' | 'endsOn'>) {
  const day = (date: LocalDate | null) => (date === null ? '' : formatLocalDateShort(date))
  return <span className="figures">{startsOn === null && endsOn === null ? '—' : `${day(startsOn)}〜${day(endsOn)}`}</span>
}
