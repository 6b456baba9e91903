import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { collectionPointKindNames } from '@sasaeai/domain/community-chest/point/collection-point-kind'
import { id } from '@sasaeai/domain/ids'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { formatYen } from '@sasaeai/domain/money/yen'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { DetailList } from '../../../app/detail-list.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { GroundItemActions } from '../../council/ground-item-actions.tsx'
import type { CollectionPoint } from './count-head-fields.tsx'
import { PointDialog } from './point-dialog.tsx'
import { PointEntries } from './point-entries.tsx'

export type CollectionPointPageData = NonNullable<RouterOutput['communityChest']['point']['get']>

/** One box, shop, product or occasion: what it brought, and the entries behind it. */
export function PointPage() {
  const { pointId } = useParams({ from: '/staff/chest/points/$pointId' })
  const fiscalYear = useFiscalYearInView()
  const { postedUntil } = useSearch({ from: '/staff/chest/points/$pointId' })
  const navigate = useNavigate({ from: '/chest/points/$pointId' })
  const router = useRouter()
  const answer = useQuery({ ...trpc.communityChest.point.get.queryOptions({ pointId, fiscalYear, postedUntil }), placeholderData: keepPreviousData })
  const write = useMutation(trpc.communityChest.point.exportOne.mutationOptions())
  if (answer.isError && answer.data === undefined) return <PageError reset={() => void answer.refetch()} />
  if (answer.data === undefined) return <LoadingSkeleton lines={10} />
  if (answer.data === null) return <EmptyState title="この場所・機会は見つかりません">一覧から選び直してください。</EmptyState>
  const { point } = answer.data
  const { kind, name, closedOn, thisYearYen, lastYearYen, thisYearTimes } = point
  return (
    <div className="flex flex-col gap-8">
      <div className="-mb-6">
        <PageHeader
          title={name}
          crumbs={[{ label: '募金箱・協力店・街頭', href: router.buildLocation({ to: '/chest/points', search: { kind, postedUntil } }).href }, { label: name }]}
          description={postedUntil === undefined ? undefined : `${postedUntilWords(postedUntil)}です。場所の名称などは、いまの登録によります。`}
          status={closedOn !== null && <StatusChip>使用終了</StatusChip>}
          actions={
            <>
              <ExportChoice subject={`${name}の入金`} write={(format) => write.mutateAsync({ pointId, fiscalYear, postedUntil, format })} />
              {postedUntil === undefined && <PointActs point={point} onReload={() => void answer.refetch()} />}
            </>
          }
        />
      </div>
      <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: { postedUntil: moment }, resetScroll: false })} />
      <div className="grid gap-6 sm:grid-cols-3 print:grid-cols-3">
        <StatFigure label={`${formatFiscalYear(fiscalYear)}の入金`} value={formatYen(thisYearYen)} unit="円" note={`${thisYearTimes}回`} />
        <StatFigure label="前年度の入金" value={formatYen(lastYearYen)} unit="円" />
        <StatFigure label="前年度比" value={formatYearOnYear(thisYearYen, lastYearYen)} />
      </div>
      <PointDetails point={point} />
      <PointEntries page={answer.data} isNow={postedUntil === undefined} />
    </div>
  )
}

function PointActs({ point, onReload }: { point: CollectionPoint; onReload: () => void }) {
  const mayWrite = useMayDo('chest.write')
  const navigate = useNavigate()
  const close = useMutation(trpc.communityChest.point.close.mutationOptions())
  const reopen = useMutation(trpc.communityChest.point.reopen.mutationOptions())
  const remove = useMutation(trpc.communityChest.point.remove.mutationOptions())
  const [isEditing, setEditing] = useState(false)
  if (!mayWrite) return null
  const verb = (command: (input: { id: CollectionPoint['pointId'] }) => ReturnType<typeof close.mutateAsync>) => (input: { id: string }) =>
    command({ id: id<'CollectionPointId'>(input.id) })
  return (
    <>
      <GroundItemActions
        item={{ id: point.pointId, name: point.name, closedOn: point.closedOn }}
        noun={collectionPointKindNames[point.kind]}
        verbs={{ close: verb(close.mutateAsync), reopen: verb(reopen.mutateAsync), remove: (input) => remove.mutateAsync({ id: id<'CollectionPointId'>(input.id) }) }}
        onEdit={() => setEditing(true)}
        onRemoved={() => void navigate({ to: '/chest/points', search: (before: object) => ({ ...before, kind: point.kind }) })}
      />
      {isEditing && <PointDialog key={point.revision} point={point} kind={point.kind} onClose={() => setEditing(false)} onReload={onReload} />}
    </>
  )
}

function PointDetails({ point }: { point: CollectionPoint }) {
  const { kind, code, place, areaName, supporterName, supporterNumber, campaignName, campaignYear, startsOn, staff, note } = point
  const isStreet = kind === 'street'
  return (
    <DetailList
      lines={[
        ['種類・番号', `${collectionPointKindNames[kind]} ${code}`],
        ['場所', place],
        ['地域', areaName ?? ''],
        isStreet
          ? ['運動', campaignName === null || campaignYear === null ? '' : `${formatFiscalYear(campaignYear)} ${campaignName}`]
          : ['協力者', supporterName === null ? '' : `${supporterName}（${supporterNumber}）`],
        [isStreet ? '実施日' : '設置・開始の日', startsOn === null ? '' : formatLocalDate(startsOn)],
        [isStreet ? '参加者' : '担当', staff],
        ['備考', note],
      ]}
    />
  )
}
