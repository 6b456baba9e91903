import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { originOfAllocation } from '@sasaeai/domain/community-chest/allocation/allocation-receipt-entry'
import { allocationStanding } from '@sasaeai/domain/community-chest/allocation/allocation-standing'
import { id } from '@sasaeai/domain/ids'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { entriesHref } from '../../../app/entries-href.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { NotFoundAt } from '../../../app/not-found-at.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { AllocationActs } from './allocation-acts.tsx'
import { AllocationReceipts } from './allocation-receipts.tsx'
import { UnlinkedReceipts } from './unlinked-receipts.tsx'
import { AllocationUses } from './allocation-uses.tsx'

export type AllocationInFull = NonNullable<RouterOutput['communityChest']['allocation']['get']>

/** One 配分金: its decision, what has come of it, and what it is used for. */
export function AllocationPage() {
  const allocationId = id<'AllocationId'>(useParams({ from: '/staff/chest/allocations/$allocationId' }).allocationId)
  const { postedUntil } = useSearch({ from: '/staff/chest/allocations/$allocationId' })
  const navigate = useNavigate({ from: '/chest/allocations/$allocationId' })
  const answer = useQuery({ ...trpc.communityChest.allocation.get.queryOptions({ allocationId, postedUntil }), placeholderData: keepPreviousData })
  const lookAt = (moment: MomentSearch['postedUntil']) => void navigate({ search: { postedUntil: moment }, resetScroll: false })
  if (answer.isError && answer.data === undefined) return <PageError reset={() => void answer.refetch()} />
  if (answer.isPending) return <LoadingSkeleton lines={8} />
  if (answer.data == null) {
    return (
      <NotFoundAt what="この配分金" postedUntil={postedUntil} onNow={() => lookAt(undefined)}>削除されたのかもしれません。配分金の一覧からもう一度選んでください。</NotFoundAt>
    )
  }
  return <InFull {...{ full: answer.data, postedUntil, lookAt }} />
}

interface InFullProps extends MomentSearch {
  readonly full: AllocationInFull
  readonly lookAt: (moment: MomentSearch['postedUntil']) => void
}

function InFull({ full, postedUntil, lookAt }: InFullProps) {
  const router = useRouter()
  const isNow = postedUntil === undefined
  const { allocation, today } = full
  const { fiscalYear, decidedOn, fundingSourceName, closedOn, note } = allocation
  const { decidedYen, receivedYen, toReceiveYen, usedYen, remainingYen } = allocationStanding(allocation)
  return (
    <div className="flex flex-col gap-8 print:gap-4">
      <div className="-mb-6">
        <PageHeader title={allocation.name}
          description={`${formatFiscalYear(fiscalYear)}交付　原資 ${originOfAllocation(allocation)}　財源 ${fundingSourceName}　決定 ${formatLocalDate(decidedOn)}${isNow ? '' : `　${postedUntilWords(postedUntil)}です。決定額・使途・報告も、その時点の登録によります。`}`}
          crumbs={[{ label: '配分金', href: router.buildLocation({ to: '/chest/allocations', search: { postedUntil } }).href }, { label: allocation.name }]}
          actions={<AllocationActs {...{ full, postedUntil }} />} />
      </div>
      <PostingMomentForm moment={postedUntil} onChange={lookAt} />
      {closedOn !== null && (
        <NoticeBanner tone="info" title={`${formatLocalDate(closedOn)}に使用終了にしました`}>新しい受入れはできません。使途と報告は、あとからでも記録できます。</NoticeBanner>
      )}
      {remainingYen < 0 && (
        <NoticeBanner tone="warning" title={`使途の合計が決定額を${formatYenDelta(remainingYen).replace('△', '')}円超えています`}>助成額か決定額を確かめてください。</NoticeBanner>
      )}
      {note !== '' && <p className="whitespace-pre-line text-[0.9375rem]">{note}</p>}
      <div className="grid gap-6 sm:grid-cols-2 xl:grid-cols-4 print:grid-cols-4 print:gap-4">
        <StatFigure label="決定額" value={formatYenDelta(decidedYen)} unit="円" note="共同募金会が決めた額" />
        <StatFigure label="受入額" value={formatYenDelta(receivedYen)} unit="円" href={entriesHref({ allocationId: allocation.allocationId, postedUntil })} note={`これから受け入れる額 ${formatYenDelta(toReceiveYen)}円`} />
        <StatFigure label="使途の額" value={formatYenDelta(usedYen)} unit="円" note="下の使途の合計" />
        <StatFigure label="使途が決まっていない額" value={formatYenDelta(remainingYen)} unit="円" note="決定額から使途の額を引いた額" />
      </div>
      <AllocationReceipts {...{ allocation, isNow }} />
      {isNow && <UnlinkedReceipts full={full} />}
      <AllocationUses {...{ allocation, today, isNow }} />
    </div>
  )
}
