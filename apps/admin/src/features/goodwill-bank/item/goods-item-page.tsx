import { formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { goodwillActKindNames, goodwillActName } from '@sasaeai/domain/goodwill-bank/act/goodwill-act-kind'
import { goodsCategoryNames } from '@sasaeai/domain/goodwill-bank/goods/goods-category'
import { formatGoods, goodsFigure } from '@sasaeai/domain/goodwill-bank/goods/goods-quantity'
import { goodsLossReasonNames } from '@sasaeai/domain/goodwill-bank/stocktaking/goods-loss-reason'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import { PageHeader } from '@sasaeai/ui/page-header'
import { StatFigure } from '@sasaeai/ui/stat-figure'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import { AppLink } from '../../../app/app-link.tsx'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { PageMoment } from '../../funding-indicator/page-moment.tsx'
import { GoodwillExportButton } from '../goodwill-export-button.tsx'
import { expiryText } from '../act/act-words.ts'

type ItemPage = NonNullable<RouterOutput['goodwillBank']['item']['get']>
type ItemMove = ItemPage['moves'][number]

/** One 品目: what is there, and every coming in and going out behind it. */
export function GoodsItemPage() {
  const { itemId } = useParams({ from: '/staff/goodwill/items/$itemId' })
  const { postedUntil } = useSearch({ from: '/staff/goodwill/items/$itemId' })
  const router = useRouter()
  const answer = useQuery({ ...trpc.goodwillBank.item.get.queryOptions({ itemId, postedUntil }), placeholderData: keepPreviousData })
  if (answer.isError && answer.data === undefined) return <PageError reset={() => void answer.refetch()} />
  if (answer.data === undefined) return <LoadingSkeleton lines={10} />
  if (answer.data === null) return <EmptyState title="この品目は見つかりません">一覧から選び直してください。</EmptyState>
  const { item, moves } = answer.data
  return (
    <>
      <PageHeader title={item.name} crumbs={[{ label: '善意銀行', href: router.buildLocation({ to: '/goodwill', search: { postedUntil } }).href }, { label: item.name }]} description={`${goodsCategoryNames[item.category]}・品目コード ${item.code}${postedUntil === undefined ? '' : `　${postedUntilWords(postedUntil)}です。品目と目的の名前は、いまの登録によります。`}`}
        actions={<GoodwillExportButton list={{ list: 'item', itemId: item.id, postedUntil }} name={`${item.name}の出入り`} />} />
      <PageMoment postedUntil={postedUntil} />
      <div className="mb-6">
        <StatFigure label={`${postedUntil === undefined ? 'いまの' : ''}在庫（すべての目的）`} value={goodsFigure(moves[0]?.balance ?? 0, item.measure)} unit={item.unit} />
      </div>
      <DataTable caption="出入り（新しい500件まで）" columns={columnsOf(item)} rows={moves} rowKey={(move) => `${move.actId} ${move.purposeName} ${move.expiresOn}`} phone="cards"
        empty={<EmptyState title="まだ出入りがありません" />} />
    </>
  )
}

function columnsOf(item: ItemPage['item']): Column<ItemMove>[] {
  return [
    { id: 'day', header: '日付', cell: ({ actedOn }) => <span className="figures">{formatLocalDateShort(actedOn)}</span> },
    {
      id: 'act', header: '記録', isRowHeader: true,
      cell: (move) => <><AppLink to="/goodwill/acts/$actId" params={{ actId: move.actId }}>{goodwillActName(move)}</AppLink>{move.undoneKind !== null && `（${goodwillActKindNames[move.undoneKind]}の取消）`}</>,
    },
    { id: 'purpose', header: '目的', isWideOnly: true, cell: ({ purposeName }) => purposeName },
    { id: 'expires', header: '期限', cell: ({ expiresOn }) => <span className="figures">{expiryText(expiresOn)}</span> },
    { id: 'in', header: '受入', align: 'end', cell: ({ quantity }) => (quantity > 0 ? formatGoods(quantity, item) : '') },
    { id: 'out', header: '払出・減', align: 'end', cell: ({ quantity }) => (quantity < 0 ? formatGoods(-quantity, item) : '') },
    { id: 'reason', header: '理由', isWideOnly: true, cell: ({ reason }) => (reason === null ? '' : goodsLossReasonNames[reason]) },
    { id: 'balance', header: '在庫', align: 'end', cell: ({ balance }) => formatGoods(balance, item) },
  ]
}
