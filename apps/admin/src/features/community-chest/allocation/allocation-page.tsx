import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { originOfAllocation } from '@sasaeai/domain/community-chest/allocation/allocation-receipt-entry'
import { allocationStanding } from '@sasaeai/domain/community-chest/allocation/allocation-standing'
import { id } from '@sasaeai/domain/ids'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { NoticeBanner } from '@sasaeai/ui/notice-banner'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { entriesHref } from '../../../app/entries-href.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { AllocationActs } from './allocation-acts.tsx'
import { AllocationReceipts } from './allocation-receipts.tsx'
import { UnlinkedReceipts } from './unlinked-receipts.tsx'
import { AllocationUses } from './allocation-uses.tsx'

export type AllocationInFull = NonNullable<RouterOutput['communityChest']['allocation']['get']>

/** One 配分金: its decision, what has come of it, and what it is used for. */
export function AllocationPage() {
  const allocationId = id<'AllocationId'>(useParams({ from: '/staff/chest/allocations/$allocationId' }).allocationId)
  const answer = useQuery(trpc.communityChest.allocation.get.queryOptions({ allocationId }))
  if (answer.isError && answer.data === undefined) return <PageError reset={() => void answer.refetch()} />
  if (answer.isPending) return <LoadingSkeleton lines={8} />
  if (answer.data == null) return <EmptyState title="この配分金は見つかりません">削除されたのかもしれません。配分金の一覧からもう一度選んでください。</EmptyState>
  return <InFull full={answer.data} />
}

function InFull({ full }: { full: AllocationInFull }) {
  const { allocation, today } = full
  const { fiscalYear, decidedOn, fundingSourceName, closedOn, note } = allocation
  const { decidedYen, receivedYen, toReceiveYen, usedYen, remainingYen } = allocationStanding(allocation)
  return (
    <div className="flex flex-col gap-8 print:gap-4">
      <div className="-mb-6">
        <PageHeader title={allocation.name} description={`${formatFiscalYear(fiscalYear)}交付　原資 ${originOfAllocation(allocation)}　財源 ${fundingSourceName}　決定 ${formatLocalDate(decidedOn)}`}
          actions={<AllocationActs full={full} />} />
      </div>
      {closedOn !== null && (
        <NoticeBanner tone="info" title={`${formatLocalDate(closedOn)}に使用終了にしました`}>新しい受入れはできません。使途と報告は、あとからでも記録できます。</NoticeBanner>
      )}
      {remainingYen < 0 && (
        <NoticeBanner tone="warning" title={`使途の合計が決定額を${formatYenDelta(remainingYen).replace('△', '')}円超えています`}>助成額か決定額を確かめてください。</NoticeBanner>
      )}
      {note !== '' && <p className="whitespace-pre-line text-[0.9375rem]">{note}</p>}
      <div className="grid gap-6 sm:grid-cols-2 xl:grid-cols-4 print:grid-cols-4 print:gap-4">
        <StatFigure label="決定額" value={formatYenDelta(decidedYen)} unit="円" note="共同募金会が決めた額" />
        <StatFigure label="受入額" value={formatYenDelta(receivedYen)} unit="円" href={entriesHref({ allocationId: allocation.allocationId })} note={`これから受け入れる額 ${formatYenDelta(toReceiveYen)}円`} />
        <StatFigure label="使途の額" value={formatYenDelta(usedYen)} unit="円" note="下の使途の合計" />
        <StatFigure label="使途が決まっていない額" value={formatYenDelta(remainingYen)} unit="円" note="決定額から使途の額を引いた額" />
      </div>
      <AllocationReceipts allocation={allocation} />
      <UnlinkedReceipts full={full} />
      <AllocationUses allocation={allocation} today={today} />
    </div>
  )
}
