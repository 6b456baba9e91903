import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { fundStanding, sumOfFunds } from '@sasaeai/domain/donation/fund/fund-standing'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatAttainment } from '@sasaeai/domain/money/ratio'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { figureLook } from '@sasaeai/ui/text-link'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { AppLink, AppLinkButton } from '../../../app/app-link.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { FigureLink } from '../../funding-indicator/figure-link.tsx'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'

export type FundRow = RouterOutput['donation']['fund']['standings'][number]

/** 使途・基金: what came in for each purpose in a year, what was spent, and what is left. */
export function FundStandingsPage() {
  const { postedUntil } = useSearch({ from: '/staff/funds' })
  const navigate = useNavigate({ from: '/funds' })
  const fiscalYear = useFiscalYearInView()
  const answer = useQuery({ ...trpc.donation.fund.standings.queryOptions({ postedUntil }), placeholderData: keepPreviousData })
  const write = useMutation(trpc.donation.fund.export.mutationOptions())
  const mayManage = useMayDo('ground.manage')
  return (
    <>
      <PageHeader title={`${formatFiscalYear(fiscalYear)}の使途・基金`} description={postedUntil === undefined ? intro : `${postedUntilWords(postedUntil)}です。目標額と使用終了も、その時点の登録によります。`}
        actions={
          <>
            <ExportChoice subject="使途・基金" write={(format) => write.mutateAsync({ fiscalYear, postedUntil, format })} />
            {mayManage && <AppLinkButton to="/settings/funds">使途・基金を追加・編集する</AppLinkButton>}
          </>
        } />
      {answer.isError && answer.data === undefined && <PageError reset={() => void answer.refetch()} />}
      <div className="mb-6 print-hidden">
        <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }), resetScroll: false })} />
      </div>
      {answer.isPending && <LoadingSkeleton lines={8} />}
      {answer.data !== undefined && <Standings funds={answer.data} view={{ fiscalYear, postedUntil }} isRefreshing={answer.isPlaceholderData} />}
    </>
  )
}

const intro = '寄附を使いみちごとに分け、受け入れた額から使った額を引いて残高を出します。物品は時価で、受入れと使用の両方に入ります。'

/** Of which year the figures are, and as of when. */
interface FundView extends MomentSearch {
  readonly fiscalYear: FiscalYear
}

function Standings({ funds, view, isRefreshing }: { funds: readonly FundRow[]; view: FundView; isRefreshing: boolean }) {
  const { fiscalYear } = view
  // One that was put away long ago stays out of sight; what is left in it does not.
  const shown = funds.filter((fund) => fund.closedOn === null || fundStanding(fund.movements, fiscalYear).balanceYen !== 0)
  const short = shown.filter((fund) => fundStanding(fund.movements, fiscalYear).balanceYen < 0)
  return (
    <>
      {short.length > 0 && (
        <NoticeBanner tone="warning" title="残高が足りない使途・基金があります">
          {short.map(({ name }) => name).join('、')}。使ったあとで寄附の取消があったようです。振替か、使用の伝票の訂正を検討してください。
        </NoticeBanner>
      )}
      <DataTable caption="使途・基金" columns={columnsOf(shown, view)} rows={shown} rowKey={({ fundId }) => fundId} phone="cards" isRefreshing={isRefreshing}
        empty={<EmptyState title="使途・基金はまだありません">「使途・基金を追加・編集する」から、寄附の使いみちを登録してください。</EmptyState>} />
    </>
  )
}

function columnsOf(funds: readonly FundRow[], { fiscalYear, postedUntil }: FundView): Column<FundRow>[] {
  const of = (fund: FundRow) => fundStanding(fund.movements, fiscalYear)
  const total = sumOfFunds(funds.map(of))
  return [
    { id: 'name', header: '使途・基金', isRowHeader: true, cell: (fund) => <Named {...{ fund, postedUntil }} />, footer: '合計' },
    { id: 'carried', header: '繰越（円）', align: 'end', isWideOnly: true, cell: (fund) => formatYenDelta(of(fund).carriedYen), footer: formatYenDelta(total.carriedYen) },
    {
      id: 'received',
      header: '受入額（円）',
      align: 'end',
      cell: (fund) => <FigureLink amountYen={of(fund).receivedYen} filter={{ fiscalYear, fundId: fund.fundId, postedUntil }} label={`${fund.name} 受入額`} />,
      footer: formatYenDelta(total.receivedYen),
    },
    { id: 'transferred', header: '振替（円）', align: 'end', isWideOnly: true, cell: (fund) => <Moved {...{ fund, postedUntil }}>{formatYenDelta(of(fund).transferredYen)}</Moved>, footer: formatYenDelta(total.transferredYen) },
    { id: 'used', header: '使用額（円）', align: 'end', cell: (fund) => <Moved {...{ fund, postedUntil }}>{formatYenDelta(of(fund).usedYen)}</Moved>, footer: formatYenDelta(total.usedYen) },
    { id: 'balance', header: '残高（円）', align: 'end', cell: (fund) => <strong>{formatYenDelta(of(fund).balanceYen)}</strong>, footer: formatYenDelta(total.balanceYen) },
    { id: 'target', header: '目標額（円）', align: 'end', isWideOnly: true, cell: ({ targetYen }) => (targetYen === null ? '—' : formatYenDelta(targetYen)) },
    { id: 'attainment', header: '累計の達成率', align: 'end', cell: (fund) => formatAttainment(of(fund).receivedInAllYen, fund.targetYen) },
  ]
}

interface FundAtMoment extends MomentSearch {
  readonly fund: FundRow
}

function Moved({ fund: { fundId }, postedUntil, children }: FundAtMoment & { readonly children: string }) {
  return <AppLink to="/funds/$fundId" params={{ fundId }} search={{ postedUntil }} hash="movements" className={figureLook}>{children}</AppLink>
}

function Named({ fund: { fundId, name, purpose, isRestricted, closedOn }, postedUntil }: FundAtMoment) {
  return (
    <>
      <AppLink to="/funds/$fundId" params={{ fundId }} search={{ postedUntil }}>{name}</AppLink> {!isRestricted && <StatusChip>使途の指定なし</StatusChip>} {closedOn !== null && <StatusChip>使用終了</StatusChip>}
      {purpose !== '' && <span className="block text-[0.8125rem] font-normal text-ink-sub">{purpose}</span>}
    </>
  )
}
