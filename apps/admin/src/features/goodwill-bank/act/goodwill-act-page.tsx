import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { goodwillActKindNames, goodwillActName } from '@sasaeai/domain/goodwill-bank/act/goodwill-act-kind'
import { goodwillUndoReasonNames } from '@sasaeai/domain/goodwill-bank/act/undo-goodwill-act-input'
import { depositRouteNames } from '@sasaeai/domain/goodwill-bank/deposit/deposit-route'
import { goodsFigure } from '@sasaeai/domain/goodwill-bank/goods/goods-quantity'
import { goodsLossReasonNames } from '@sasaeai/domain/goodwill-bank/stocktaking/goods-loss-reason'
import { formatRecipients, withdrawalWayNames } from '@sasaeai/domain/goodwill-bank/withdrawal/withdrawal-way'
import { formatYen } from '@sasaeai/domain/money/yen'
import { Button } from '@sasaeai/ui/button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatusChip } from '@sasaeai/ui/status-chip'
import { TextLink } from '@sasaeai/ui/text-link'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { DetailList } from '../../../app/detail-list.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { GoodwillExportButton } from '../goodwill-export-button.tsx'
import { type ActLine, expiryText, type GoodwillAct } from './act-words.ts'

const UndoActDialog = lazy(async () => ({ default: (await import('./undo-act-dialog.tsx')).UndoActDialog }))

/** Where the list of its kind is. */
const listOfKind = {
  deposit: { label: '預託', href: '/admin/goodwill/deposits' },
  withdrawal: { label: '払出', href: '/admin/goodwill/withdrawals' },
  write_off: { label: '在庫と残高', href: '/admin/goodwill' },
  stocktaking: { label: '棚卸', href: '/admin/goodwill/stocktakings' },
  undo: { label: '在庫と残高', href: '/admin/goodwill' },
} as const

/** One deposit, withdrawal, write-off or stocktaking: what it says, its lines and its entries. */
export function GoodwillActPage() {
  const { actId } = useParams({ from: '/staff/goodwill/acts/$actId' })
  const answer = useQuery(trpc.goodwillBank.act.queryOptions({ actId }))
  if (answer.isError && answer.data === undefined) return <PageError reset={() => void answer.refetch()} />
  if (answer.data === undefined) return <LoadingSkeleton lines={10} />
  if (answer.data === null) return <EmptyState title="この記録は見つかりません">一覧から選び直してください。</EmptyState>
  const act = answer.data
  const name = goodwillActName(act)
  return (
    <div className="flex flex-col gap-8">
      <div className="-mb-6">
        <PageHeader title={name} crumbs={[listOfKind[act.kind], { label: name }]} status={act.undoneOn !== null && <StatusChip>取消済み</StatusChip>} actions={<ActActs act={act} />} />
      </div>
      <DetailList lines={detailsOf(act)} />
      <EntryLinks act={act} />
      {act.lines.length > 0 && (
        <section aria-labelledby="act-lines">
          <h2 id="act-lines" className="mb-1 text-[1.125rem] font-bold">品目</h2>
          <DataTable caption="品目" columns={columnsOf(act)} rows={act.lines} rowKey={({ lotId }) => lotId} phone="cards" />
        </section>
      )}
    </div>
  )
}

function ActActs({ act }: { act: GoodwillAct }) {
  const mayUndo = useMayDo('goodwill.post')
  const [isUndoing, setUndoing] = useState(false)
  const canUndo = mayUndo && act.undoneOn === null && act.kind !== 'undo'
  return (
    <>
      <GoodwillExportButton list={{ list: 'act', actId: act.actId }} name={goodwillActName(act)} />
      {act.kind === 'deposit' && act.undoneOn === null && <OrderPapersButton order={{ kind: 'goodwill_certificates', actIds: [act.actId] }}>預託書</OrderPapersButton>}
      {canUndo && <Button onClick={() => setUndoing(true)}>取り消す</Button>}
      {isUndoing && (
        <Suspense>
          <UndoActDialog act={act} onClose={() => setUndoing(false)} />
        </Suspense>
      )}
    </>
  )
}

function detailsOf(act: GoodwillAct): [string, string][] {
  const { deposit, withdrawal, undoneOn, undoReason } = act
  return [
    ['日付', formatLocalDate(act.actedOn)],
    ...(act.purposeName === null ? [] : [['目的', act.purposeName] satisfies [string, string]]),
    ...(deposit === null ? [] : depositDetails(deposit)),
    ...(withdrawal === null ? [] : withdrawalDetails(withdrawal)),
    ...(act.moneyYen === 0 ? [] : [['お金', `${formatYen(act.moneyYen)}円`] satisfies [string, string]]),
    ['記録した人', act.actedBy],
    ...(undoneOn === null || undoReason === null ? [] : [['取消', `${formatLocalDate(undoneOn)}　${goodwillUndoReasonNames[undoReason]}`] satisfies [string, string]]),
  ]
}

function depositDetails(deposit: NonNullable<GoodwillAct['deposit']>): [string, string][] {
  const { supporterName, supporterNumber, route, occasion, goodsValueYen, isSameDay, note } = deposit
  return [
    ['預託者', supporterName === null ? '' : `${supporterName}（${supporterNumber}）`],
    ['経路', [depositRouteNames[route], occasion].filter((words) => words !== '').join('　')],
    ['物品の時価', goodsValueYen === 0 ? '' : `${formatYen(goodsValueYen)}円${isSameDay ? '（その日に配る食品なので記帳しない）' : ''}`],
    ['備考', note],
  ]
}

function withdrawalDetails(withdrawal: NonNullable<GoodwillAct['withdrawal']>): [string, string][] {
  const { way, className, areaName, committeeName, committeeHeldOn, minutes } = withdrawal
  const decided = committeeName === null || committeeHeldOn === null ? '' : `${formatLocalDate(committeeHeldOn)}　${committeeName}${minutes === null || minutes === '' ? '' : `（議事録 ${minutes}）`}`
  return [
    ['方法', withdrawalWayNames[way]],
    ['対象', [formatRecipients(withdrawal), className, areaName].filter((words) => words !== null).join('　')],
    ['決定した委員会', decided],
  ]
}

function EntryLinks({ act: { deposit, withdrawal } }: { act: GoodwillAct }) {
  const entries = [
    ['お金の伝票を見る', deposit?.moneyEntryId ?? withdrawal?.entryId ?? null],
    ['物品の時価の伝票を見る', deposit?.goodsEntryId ?? null],
  ] as const
  const linked = entries.filter(([, entryId]) => entryId !== null)
  if (linked.length === 0) return null
  return (
    <p className="flex flex-wrap gap-6 print-hidden">
      {linked.map(([words, entryId]) => <TextLink key={words} href={`/admin/entries/${entryId}`}>{words}</TextLink>)}
    </p>
  )
}

function columnsOf(act: GoodwillAct): Column<ActLine>[] {
  const figure = (quantity: number, line: ActLine) => `${goodsFigure(quantity, line.measure)}${line.unit}`
  const counted: Column<ActLine>[] =
    act.kind === 'stocktaking'
      ? [
          { id: 'book', header: '帳簿', align: 'end', cell: (line) => figure(line.bookQuantity ?? 0, line) },
          { id: 'counted', header: '実数', align: 'end', cell: (line) => figure(line.countedQuantity ?? 0, line) },
        ]
      : []
  const hasReasons = act.lines.some(({ reason }) => reason !== null)
  return [
    { id: 'item', header: '品目', isRowHeader: true, cell: ({ itemId, itemName }) => <AppLink to="/goodwill/items/$itemId" params={{ itemId }}>{itemName}</AppLink> },
    { id: 'purpose', header: '目的', isWideOnly: true, cell: ({ purposeName }) => purposeName },
    { id: 'expires', header: '期限', cell: ({ expiresOn }) => <span className="figures">{expiryText(expiresOn)}</span> },
    ...counted,
    { id: 'quantity', header: act.kind === 'stocktaking' ? '差異' : goodwillActKindNames[act.kind], align: 'end', cell: (line) => figure(act.kind === 'withdrawal' ? -line.quantity : line.quantity, line) },
    ...(act.lines.some(({ valueYen }) => valueYen > 0) ? [{ id: 'value', header: '時価（円）', align: 'end', cell: ({ valueYen }: ActLine) => (valueYen === 0 ? '—' : formatYen(valueYen)) } satisfies Column<ActLine>] : []),
    ...(hasReasons ? [{ id: 'reason', header: '理由', cell: ({ reason, explanation }: ActLine) => [reason === null ? '' : goodsLossReasonNames[reason], explanation].filter((words) => words !== '').join('　') } satisfies Column<ActLine>] : []),
  ]
}
