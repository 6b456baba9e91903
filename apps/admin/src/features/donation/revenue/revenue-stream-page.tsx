import { formatFiscalYear, formatLocalDate, formatLocalDateShort, formatLocalMonth } from '@sasaeai/domain/calendar/japanese-era'
import { missingMonths } from '@sasaeai/domain/donation/revenue/machine-months'
import { revenueStreamKindNames, sponsorDisplayNames } from '@sasaeai/domain/donation/revenue/revenue-stream-kind'
import { id } from '@sasaeai/domain/ids'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { addYen, formatYen, formatYenDelta, negateYen, sumYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { DetailList } from '../../../app/detail-list.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { GroundItemActions } from '../../council/ground-item-actions.tsx'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { ReverseEntryDialog } from '../../ledger/reverse-entry-dialog.tsx'

const RevenueStreamDialog = lazy(async () => ({ default: (await import('./revenue-stream-dialog.tsx')).RevenueStreamDialog }))
const ReceiveRevenueDialog = lazy(async () => ({ default: (await import('./receive-revenue-dialog.tsx')).ReceiveRevenueDialog }))

export type RevenueStreamInFull = NonNullable<RouterOutput['donation']['revenue']['get']>
type Receipt = RevenueStreamInFull['receipts'][number]

/** One machine, sponsor or project, with everything that it brought. */
export function RevenueStreamPage() {
  const streamId = id<'RevenueStreamId'>(useParams({ from: '/staff/revenue/$streamId' }).streamId)
  const { postedUntil } = useSearch({ from: '/staff/revenue/$streamId' })
  const fiscalYear = useFiscalYearInView()
  const answer = useQuery({ ...trpc.donation.revenue.get.queryOptions({ streamId, fiscalYear, postedUntil }), placeholderData: keepPreviousData })
  if (answer.isError && answer.data === undefined) return <PageError reset={() => void answer.refetch()} />
  if (answer.isPending) return <LoadingSkeleton lines={8} />
  if (answer.data == null) return <EmptyState title="見つかりません">削除されたのかもしれません。協賛・収益の一覧からもう一度選んでください。</EmptyState>
  return <InFull full={answer.data} postedUntil={postedUntil} />
}

function InFull({ full, postedUntil }: MomentSearch & { readonly full: RevenueStreamInFull }) {
  const navigate = useNavigate({ from: '/revenue/$streamId' })
  const { stream, today } = full
  const write = useMutation(trpc.donation.revenue.exportOne.mutationOptions())
  const fiscalYear = useFiscalYearInView()
  const missing = stream.kind === 'vending_machine' ? missingMonths(stream, fiscalYear, today) : []
  return (
    <div className="flex flex-col gap-8 print:gap-4">
      <div className="-mb-6">
        <PageHeader title={stream.name} description={`${revenueStreamKindNames[stream.kind]}　番号 ${stream.code}${postedUntil === undefined ? '' : `　受入れは${postedUntilWords(postedUntil)}、そのほかはいまの登録`}`}
          actions={
            <>
              <ExportChoice subject={`${stream.name}の受入れ`} write={(format) => write.mutateAsync({ streamId: stream.streamId, fiscalYear, postedUntil, format })} />
              {postedUntil === undefined && <StreamActs full={full} />}
            </>
          } />
      </div>
      <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }), resetScroll: false })} />
      {stream.closedOn !== null && <NoticeBanner tone="info" title={`${formatLocalDate(stream.closedOn)}に使用終了にしました`}>新しい受入れはできません。</NoticeBanner>}
      {missing.length > 0 && <NoticeBanner tone="info" title={`${formatFiscalYear(fiscalYear)}の未入金の月`}>{missing.map(formatLocalMonth).join('、')}</NoticeBanner>}
      <div className="grid gap-6 sm:grid-cols-3 print:grid-cols-3 print:gap-4">
        <StatFigure label={formatFiscalYear(fiscalYear)} value={formatYenDelta(stream.thisYearYen)} unit="円" href="#receipts" note={`前年度 ${formatYenDelta(stream.lastYearYen)}円`} />
        <StatFigure label="累計" value={formatYenDelta(stream.allYen)} unit="円" href="#receipts" note={stream.expectedYen === null ? undefined : `${expectedWords[stream.kind]} ${formatYen(stream.expectedYen)}円`} />
        {stream.kind === 'crowdfunding' && (
          <StatFigure label="手数料を引いた額" value={formatYenDelta(addYen(stream.allYen, negateYen(stream.allFeeYen)))} unit="円" href="#receipts" note={`手数料 ${formatYenDelta(stream.allFeeYen)}円は、別の支出として記帳しています`} />
        )}
      </div>
      <DetailList lines={linesOf(full)} />
      <Receipts receipts={full.receipts} isNow={postedUntil === undefined} />
    </div>
  )
}

const expectedWords = { vending_machine: '月の見込み', sponsorship: '協賛の額', crowdfunding: '目標額' } as const

function linesOf({ stream }: RevenueStreamInFull): [string, string][] {
  const { kind, supporterName, supporterNumber, place, startsOn, endsOn, terms, display, fundingSourceName, fundName, note } = stream
  const who = supporterName === null ? '' : `${supporterName}（支援者番号 ${supporterNumber}）`
  return [
    ...(kind === 'crowdfunding' ? [] : [[kind === 'sponsorship' ? '協賛企業' : '設置会社', who] as [string, string]]),
    ...(kind === 'sponsorship' ? [] : [[kind === 'crowdfunding' ? 'サイト' : '設置場所', place] as [string, string]]),
    ['期間', startsOn === null && endsOn === null ? '' : `${startsOn === null ? '' : formatLocalDate(startsOn)}〜${endsOn === null ? '' : formatLocalDate(endsOn)}`],
    [kind === 'sponsorship' ? '特典' : '条件', terms],
    ...(display === null ? [] : [['名前の出し方', sponsorDisplayNames[display]] as [string, string]]),
    ['財源', fundingSourceName],
    ['使途・基金', fundName ?? ''],
    ['備考', note],
  ]
}

function StreamActs({ full }: { full: RevenueStreamInFull }) {
  const { stream } = full
  const navigate = useNavigate()
  const mayManage = useMayDo('ground.manage')
  const mayPost = useMayDo('fund.post')
  const [opened, setOpened] = useState<'edit' | 'receive'>()
  const close = useMutation(trpc.donation.revenue.close.mutationOptions())
  const reopen = useMutation(trpc.donation.revenue.reopen.mutationOptions())
  const remove = useMutation(trpc.donation.revenue.remove.mutationOptions())
  const verbs = { close: close.mutateAsync, reopen: reopen.mutateAsync, remove: remove.mutateAsync }
  return (
    <>
      {mayManage && (
        <GroundItemActions item={{ id: stream.streamId, name: stream.name, closedOn: stream.closedOn }} noun={revenueStreamKindNames[stream.kind]} verbs={verbs} onEdit={() => setOpened('edit')}
          onRemoved={() => void navigate({ to: '/revenue' })} />
      )}
      {mayPost && stream.closedOn === null && <Button variant="primary" icon="yen" onClick={() => setOpened('receive')}>受け入れる</Button>}
      <Suspense>
        {opened === 'edit' && <RevenueStreamDialog key={stream.revision} kind={stream.kind} stream={stream} onClose={() => setOpened(undefined)} />}
        {opened === 'receive' && <ReceiveRevenueDialog full={full} onClose={() => setOpened(undefined)} />}
      </Suspense>
    </>
  )
}

function Receipts({ receipts, isNow }: { receipts: readonly Receipt[]; isNow: boolean }) {
  const mayUndo = useMayDo('ledger.post') && isNow
  const [toUndo, setToUndo] = useState<Receipt>()
  return (
    <section id="receipts" aria-labelledby="receipts-heading">
      <h2 id="receipts-heading" className="mb-1 text-[1.125rem] font-bold">受入れ</h2>
      <DataTable caption="受入れ" columns={columnsOf(receipts, mayUndo ? setToUndo : undefined)} rows={receipts} rowKey={({ receiptId }) => receiptId} phone="cards"
        empty={<EmptyState title="まだ受け入れていません" icon="yen">入金があったら「受け入れる」から記帳します。</EmptyState>} />
      {toUndo !== undefined && <ReverseEntryDialog entry={{ id: toUndo.entryId, entryNumber: toUndo.entryNumber }} onClose={() => setToUndo(undefined)} />}
    </section>
  )
}

function columnsOf(receipts: readonly Receipt[], onUndo: ((receipt: Receipt) => void) | undefined): Column<Receipt>[] {
  const live = receipts.filter(({ isLive }) => isLive)
  const amount = (figure: 'grossYen' | 'feeYen') => (receipt: Receipt) => (receipt.isLive ? formatYen(receipt[figure]) : <s>{formatYen(receipt[figure])}</s>)
  const total = (figure: 'grossYen' | 'feeYen') => formatYen(sumYen(live.map((each) => each[figure])))
  const acts: Column<Receipt> = {
    id: 'acts',
    header: '操作',
    isActs: true,
    cell: (receipt) => receipt.isLive && <Button variant="quiet" size="small" className="-ml-3 sm:-my-1.5 print-hidden" aria-label={`伝票${receipt.entryNumber}番の受入れを取り消す`} onClick={() => onUndo?.(receipt)}>取り消す</Button>,
  }
  const hasMonths = receipts.some(({ month }) => month !== null)
  const hasFees = receipts.some(({ feeYen }) => feeYen > 0)
  return [
    { id: 'day', header: '受入日', isRowHeader: true, cell: ({ receivedOn }) => <span className="figures">{formatLocalDateShort(receivedOn)}</span>, footer: '合計（取消を除く）' },
    ...(hasMonths ? [{ id: 'month', header: '対象月', cell: ({ month }: Receipt) => (month === null ? '—' : formatLocalMonth(month)) }] : []),
    { id: 'gross', header: '金額（円）', align: 'end', cell: amount('grossYen'), footer: total('grossYen') },
    ...(hasFees ? [{ id: 'fee', header: '手数料（円）', align: 'end' as const, cell: amount('feeYen'), footer: total('feeYen') }] : []),
    { id: 'entry', header: '伝票', cell: ({ entryId, entryNumber }) => <AppLink to="/entries/$entryId" params={{ entryId }}>{entryNumber}番</AppLink> },
    { id: 'state', header: '状態', cell: ({ isLive, isGoods }) => (isLive ? <StatusChip tone="success">{isGoods ? '物品を受入れ' : '受入れ済み'}</StatusChip> : <StatusChip tone="warning">取消済み</StatusChip>) },
    ...(onUndo === undefined ? [] : [acts]),
  ]
}
