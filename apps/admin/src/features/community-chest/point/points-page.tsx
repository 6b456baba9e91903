import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { type CollectionPointKind, collectionPointKindNames, collectionPointKinds } from '@sasaeai/domain/community-chest/point/collection-point-kind'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { formatYen, formatYenDelta, sumYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { CheckboxField } from '@sasaeai/ui/checkbox-field'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { Tabs } from '@sasaeai/ui/tabs'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { ExportChoice } from '../../../app/export-choice.tsx'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { PageMoment } from '../../funding-indicator/page-moment.tsx'
import type { CollectionPoint } from './count-head-fields.tsx'
import { PointDialog } from './point-dialog.tsx'
import { kindIn } from './point-search.ts'

/** 募金箱・協力店・寄付つき商品・街頭: where money is collected, with what it brought this year and last year. */
export function PointsPage() {
  const search = useSearch({ from: '/staff/chest/points' })
  const navigate = useNavigate({ from: '/chest/points' })
  const fiscalYear = useFiscalYearInView()
  const { postedUntil } = search
  const points = useQuery({ ...trpc.communityChest.point.list.queryOptions({ fiscalYear, postedUntil }), placeholderData: keepPreviousData })
  const write = useMutation(trpc.communityChest.point.export.mutationOptions())
  const mayWrite = useMayDo('chest.write') && postedUntil === undefined
  const [edited, setEdited] = useState<CollectionPoint | null>()
  const kind = search.kind ?? 'box'
  const name = collectionPointKindNames[kind]
  const reload = async () => {
    const { data } = await points.refetch()
    setEdited((opened) => opened && data?.find(({ pointId }) => pointId === opened.pointId))
  }
  return (
    <>
      <PageHeader
        title="募金箱・協力店・街頭"
        description={`募金箱、協力店、寄付つき商品、街頭募金の${formatFiscalYear(fiscalYear)}と前年度の入金です。金額は帳簿から集計しています。${postedUntil === undefined ? '' : `${postedUntilWords(postedUntil)}です。場所の名称などは、いまの登録によります。`}`}
        actions={
          <>
            <ExportChoice subject={name} write={(format) => write.mutateAsync({ fiscalYear, kind, postedUntil, format })} />
            <Button icon="printer" onClick={() => window.print()}>印刷</Button>
            {mayWrite && <Button variant="primary" icon="plus" onClick={() => setEdited(null)}>{name}を追加する</Button>}
          </>
        }
      />
      {points.isError && points.data === undefined && <PageError reset={() => void points.refetch()} />}
      <PageMoment postedUntil={postedUntil} />
      <Tabs
        label="種類"
        selectedId={kind}
        onSelect={(selected) => void navigate({ search: (before) => ({ ...before, kind: kindIn(selected) }), resetScroll: false })}
        items={collectionPointKinds.map((each) => ({
          id: each,
          label: collectionPointKindNames[each],
          content: <PointTable kind={each} points={points.data?.filter((point) => point.kind === each)} onEdit={mayWrite ? setEdited : undefined} postedUntil={postedUntil} />,
        }))}
      />
      {edited !== undefined && (
        <Fragment key={edited?.revision}>
          <PointDialog point={edited} kind={edited?.kind ?? kind} onClose={() => setEdited(undefined)} onReload={() => void reload()} />
        </Fragment>
      )}
    </>
  )
}

interface PointTableProps extends MomentSearch {
  readonly kind: CollectionPointKind
  readonly points: readonly CollectionPoint[] | undefined
  readonly onEdit: ((point: CollectionPoint) => void) | undefined
}

function PointTable({ kind, points, onEdit, postedUntil }: PointTableProps) {
  const [withClosed, setWithClosed] = useState(false)
  const shown = points?.filter(({ closedOn }) => withClosed || closedOn === null)
  return (
    <>
      {(points?.some(({ closedOn }) => closedOn !== null) ?? false) && (
        <CheckboxField label="使用終了も表示する" checked={withClosed} onChange={(event) => setWithClosed(event.currentTarget.checked)} />
      )}
      <DataTable
        caption={collectionPointKindNames[kind]}
        columns={columnsOf({ kind, points: shown ?? [], onEdit, postedUntil })}
        rows={shown}
        rowKey={({ pointId }) => pointId}
        phone="cards"
        empty={<EmptyState title={`${collectionPointKindNames[kind]}はまだありません`} icon="feather">「{collectionPointKindNames[kind]}を追加する」から登録すると、入金を場所ごとに見られます。</EmptyState>}
      />
    </>
  )
}

function columnsOf({ kind, points, onEdit, postedUntil }: PointTableProps & { readonly points: readonly CollectionPoint[] }): Column<CollectionPoint>[] {
  const own: Column<CollectionPoint>[] =
    kind === 'street'
      ? [
          { id: 'day', header: '実施日', cell: ({ startsOn }) => <span className="figures">{startsOn === null ? '—' : formatLocalDateShort(startsOn)}</span> },
          { id: 'campaign', header: '運動', isWideOnly: true, cell: ({ campaignName }) => campaignName },
        ]
      : [{ id: 'supporter', header: '協力者', isWideOnly: true, cell: ({ supporterName, supporterNumber }) => (supporterName === null ? '' : `${supporterName}（${supporterNumber}）`) }]
  const edit: Column<CollectionPoint> = {
    id: 'acts', header: '操作', isActs: true,
    cell: (point) => onEdit !== undefined && (
      <Button variant="quiet" size="small" className="-ml-3 sm:-my-1.5" aria-label={`${point.name}を編集する`} onClick={() => onEdit(point)}>編集</Button>
    ),
  }
  return [
    { id: 'code', header: '番号', cell: ({ code }) => <span className="figures">{code}</span> },
    { id: 'name', header: '名称', isRowHeader: true, cell: (point) => <PointName {...{ point, postedUntil }} />, footer: '合計' },
    { id: 'place', header: '場所', isWideOnly: true, cell: ({ place, areaName }) => [place, areaName].filter(Boolean).join('・') },
    ...own,
    { id: 'this', header: '今年度（円）', align: 'end', cell: ({ thisYearYen }) => formatYen(thisYearYen), footer: formatYen(sumYen(points.map(({ thisYearYen }) => thisYearYen))) },
    ...(kind === 'street' ? [] : [lastYearColumn(points), ratioColumn]),
    { id: 'last', header: '最後の入金', isWideOnly: true, cell: ({ lastReceivedOn }) => <span className="figures">{lastReceivedOn === null ? '—' : formatLocalDateShort(lastReceivedOn)}</span> },
    ...(onEdit === undefined ? [] : [edit]),
  ]
}

function lastYearColumn(points: readonly CollectionPoint[]): Column<CollectionPoint> {
  return {
    id: 'lastYear', header: '前年度（円）', align: 'end', cell: ({ lastYearYen }) => formatYenDelta(lastYearYen),
    footer: formatYenDelta(sumYen(points.map((each) => each.lastYearYen))),
  }
}

const ratioColumn: Column<CollectionPoint> = {
  id: 'ratio', header: '前年度比', align: 'end', isWideOnly: true, cell: ({ thisYearYen, lastYearYen }) => formatYearOnYear(thisYearYen, lastYearYen),
}

function PointName({ point: { pointId, name, closedOn }, postedUntil }: MomentSearch & { readonly point: CollectionPoint }) {
  return (
    <>
      <AppLink to="/chest/points/$pointId" params={{ pointId }} search={{ postedUntil }}>{name}</AppLink> {closedOn !== null && <StatusChip>使用終了</StatusChip>}
    </>
  )
}
