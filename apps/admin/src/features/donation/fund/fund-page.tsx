import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { fundStanding } from '@sasaeai/domain/donation/fund/fund-standing'
import { id } from '@sasaeai/domain/ids'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatAttainment } from '@sasaeai/domain/money/ratio'
import { formatYen, formatYenDelta } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { entriesHref } from '../../../app/entries-href.ts'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { FundMovements } from './fund-movements.tsx'
import { FundReports } from './fund-reports.tsx'
import { FundYears } from './fund-years.tsx'

const FundUseDialog = lazy(async () => ({ default: (await import('./fund-use-dialog.tsx')).FundUseDialog }))
const TransferFundDialog = lazy(async () => ({ default: (await import('./transfer-fund-dialog.tsx')).TransferFundDialog }))

export type FundInFull = NonNullable<RouterOutput['donation']['fund']['get']>

/** One fund: its purpose, its year, what was spent, and what givers are told. */
export function FundPage() {
  const fundId = id<'FundId'>(useParams({ from: '/staff/funds/$fundId' }).fundId)
  const { postedUntil } = useSearch({ from: '/staff/funds/$fundId' })
  const fiscalYear = useFiscalYearInView()
  const answer = useQuery({ ...trpc.donation.fund.get.queryOptions({ fundId, fiscalYear, postedUntil }), placeholderData: keepPreviousData })
  if (answer.isError && answer.data === undefined) return <PageError reset={() => void answer.refetch()} />
  if (answer.isPending) return <LoadingSkeleton lines={8} />
  if (answer.data == null) return <EmptyState title="この使途・基金は見つかりません">削除されたのかもしれません。使途・基金の一覧からもう一度選んでください。</EmptyState>
  return <InFull full={answer.data} postedUntil={postedUntil} />
}

/** One fund, and as of when. */
interface FundAtMoment extends MomentSearch {
  readonly full: FundInFull
}

function InFull({ full, postedUntil }: FundAtMoment) {
  const navigate = useNavigate({ from: '/funds/$fundId' })
  const { fund, fiscalYear } = full
  const isNow = postedUntil === undefined
  const { name, purpose, publicDescription, closedOn, isRestricted } = fund
  const standing = fundStanding(fund.movements, fiscalYear)
  return (
    <div className="flex flex-col gap-8 print:gap-4">
      <div className="-mb-6">
        <PageHeader title={name} description={[formatFiscalYear(fiscalYear), purpose, isRestricted ? '' : '使途の指定なし', isNow ? '' : `${postedUntilWords(postedUntil)}。使途の報告は、いまの登録によります。`].filter((words) => words !== '').join('　')}
          actions={<FundActs full={full} postedUntil={postedUntil} />} />
      </div>
      {closedOn !== null && <NoticeBanner tone="info" title={`${formatLocalDate(closedOn)}に使用終了にしました`}>新しい寄附の受入れと使用はできません。残高があるときは、ほかの使途に振り替えられます。</NoticeBanner>}
      {standing.balanceYen < 0 && <NoticeBanner tone="warning" title={`残高が${formatYenDelta(standing.balanceYen)}円です`}>使ったあとで寄附の取消があったようです。振替か、使用の伝票の取消を検討してください。</NoticeBanner>}
      {publicDescription !== '' && <p className="max-w-3xl whitespace-pre-line text-[0.9375rem]">{publicDescription}</p>}
      <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }), resetScroll: false })} />
      <Figures full={full} postedUntil={postedUntil} />
      <FundMovements full={full} isNow={isNow} />
      <FundYears fund={fund} postedUntil={postedUntil} />
      <FundReports full={full} isNow={isNow} />
    </div>
  )
}

function Figures({ full: { fund, fiscalYear }, postedUntil }: FundAtMoment) {
  const { carriedYen, receivedYen, transferredYen, usedYen, balanceYen, receivedInAllYen } = fundStanding(fund.movements, fiscalYear)
  const target = fund.targetYen === null ? '目標額は決めていません' : `目標額 ${formatYen(fund.targetYen)}円　累計の達成率 ${formatAttainment(receivedInAllYen, fund.targetYen)}`
  return (
    <div className="grid gap-6 sm:grid-cols-2 xl:grid-cols-4 print:grid-cols-4 print:gap-4">
      <StatFigure label="受入額" value={formatYenDelta(receivedYen)} unit="円" href={entriesHref({ fiscalYear, fundId: fund.fundId, postedUntil })} note={target} />
      <StatFigure label="使用額" value={formatYenDelta(usedYen)} unit="円" href="#movements" note="物品の使用を含みます" />
      <StatFigure label="振替" value={formatYenDelta(transferredYen)} unit="円" href="#movements" note="ほかの使途から入った額。△は出た額" />
      <StatFigure label="残高" value={formatYenDelta(balanceYen)} unit="円" href="#years" note={`前年度からの繰越 ${formatYenDelta(carriedYen)}円`} />
    </div>
  )
}

/** What stood at a past moment is looked at, not worked on. */
function FundActs({ full, postedUntil }: FundAtMoment) {
  const mayPost = useMayDo('fund.post') && postedUntil === undefined
  const write = useMutation(trpc.donation.fund.exportOne.mutationOptions())
  const { fund: { fundId, name }, fiscalYear } = full
  const [opened, setOpened] = useState<'use' | 'transfer'>()
  const close = () => setOpened(undefined)
  return (
    <>
      <Button icon="printer" onClick={() => window.print()}>印刷</Button>
      <ExportChoice subject={name} write={(format) => write.mutateAsync({ fundId, fiscalYear, postedUntil, format })} />
      {mayPost && <Button onClick={() => setOpened('transfer')}>ほかの使途へ振り替える</Button>}
      {mayPost && full.fund.closedOn === null && <Button variant="primary" icon="yen" onClick={() => setOpened('use')}>使用を記帳する</Button>}
      <Suspense>
        {opened === 'use' && <FundUseDialog full={full} onClose={close} />}
        {opened === 'transfer' && <TransferFundDialog full={full} onClose={close} />}
      </Suspense>
    </>
  )
}
