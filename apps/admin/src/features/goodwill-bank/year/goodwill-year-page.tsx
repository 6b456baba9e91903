import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { depositRouteNames } from '@sasaeai/domain/goodwill-bank/deposit/deposit-route'
import { goodsCategoryNames } from '@sasaeai/domain/goodwill-bank/goods/goods-category'
import { formatGoods, goodsFigure } from '@sasaeai/domain/goodwill-bank/goods/goods-quantity'
import { formatRecipients, withdrawalWayNames } from '@sasaeai/domain/goodwill-bank/withdrawal/withdrawal-way'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, formatYenDelta } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { TextLink } from '@sasaeai/ui/text-link'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { entriesHref } from '../../../app/entries-href.ts'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { GoodwillExportButton } from '../goodwill-export-button.tsx'

type Year = RouterOutput['goodwillBank']['year']

/** 年間報告 of 善意銀行: money, goods, what came in by which way and what went out to how many. */
export function GoodwillYearPage() {
  const { postedUntil } = useSearch({ from: '/staff/goodwill/year' })
  const navigate = useNavigate({ from: '/goodwill/year' })
  const fiscalYear = useFiscalYearInView()
  const answer = useQuery({ ...trpc.goodwillBank.year.queryOptions({ fiscalYear, postedUntil }), placeholderData: keepPreviousData })
  const year = answer.data
  return (
    <div className="flex flex-col gap-8">
      <div className="-mb-6">
        <PageHeader
          title="善意銀行の年間報告"
          description={year === undefined ? formatFiscalYear(fiscalYear) : `${formatFiscalYear(fiscalYear)}（${formatLocalDate(year.asOf)}現在）。取り消した記録は差し引いています。${postedUntil === undefined ? '' : `${postedUntilWords(postedUntil)}で、品目と目的の名前は、いまの登録によります。`}`}
          actions={
            <>
              <GoodwillExportButton list={{ list: 'year', fiscalYear, postedUntil }} name="年間報告" />
              <OrderPapersButton order={{ kind: 'goodwill_year', fiscalYear, postedUntil }}>年間報告</OrderPapersButton>
            </>
          }
        />
      </div>
      {answer.isError && year === undefined && <PageError reset={() => void answer.refetch()} />}
      <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }), resetScroll: false })} />
      <Part title="お金">
        <DataTable caption="お金" columns={moneyColumns({ fiscalYear, postedUntil })} rows={year?.money} rowKey={({ purposeId }) => purposeId} phone="cards" empty={<EmptyState title="お金を預かる目的がまだありません" icon="yen" />} />
      </Part>
      <Part title="物品">
        <DataTable caption="物品" columns={itemColumns(postedUntil)} rows={year?.items} rowKey={({ itemId }) => itemId} phone="cards" empty={<EmptyState title="この年度の物品の出入りはまだありません" icon="gift" />} />
      </Part>
      <Part title="預託の経路">
        <DataTable caption="預託の経路" columns={depositColumns} rows={year?.deposits} rowKey={({ route, occasion }) => `${route} ${occasion}`} phone="cards" empty={<EmptyState title="この年度の預託はまだありません" />} />
      </Part>
      <Part title="払出の対象">
        <DataTable caption="払出の対象" columns={withdrawalColumns} rows={year?.withdrawals} rowKey={({ way, className, recipientUnit }) => `${way} ${className} ${recipientUnit}`} phone="cards"
          empty={<EmptyState title="この年度の払出はまだありません" />} />
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-1 text-[1.125rem] font-bold">{title}</h2>
      {children}
    </section>
  )
}

function moneyColumns({ fiscalYear, postedUntil }: MomentSearch & Pick<Year, 'fiscalYear'>): Column<Year['money'][number]>[] {
  return [
    { id: 'purpose', header: '目的', isRowHeader: true, cell: ({ purposeName }) => purposeName },
    { id: 'carried', header: '繰越（円）', align: 'end', cell: ({ carriedYen }) => formatYenDelta(carriedYen) },
    { id: 'received', header: '受入（円）', align: 'end', cell: ({ fundId, receivedYen }) => <TextLink href={entriesHref({ fundId, fiscalYear, postedUntil })}>{formatYen(receivedYen)}</TextLink> },
    { id: 'used', header: '払出（円）', align: 'end', cell: ({ fundId, usedYen }) => <AppLink to="/funds/$fundId" params={{ fundId }} search={{ postedUntil }}>{formatYen(usedYen)}</AppLink> },
    { id: 'transferred', header: '振替（円）', align: 'end', isWideOnly: true, cell: ({ transferredYen }) => formatYenDelta(transferredYen) },
    { id: 'balance', header: '残高（円）', align: 'end', cell: ({ fundId, balanceYen }) => <AppLink to="/funds/$fundId" params={{ fundId }} search={{ postedUntil }}>{formatYenDelta(balanceYen)}</AppLink> },
  ]
}

type ItemOfYear = Year['items'][number]
const flow = (id: string, header: string, figure: (item: ItemOfYear) => number): Column<ItemOfYear> => ({
  id, header, align: 'end', isWideOnly: id === 'carried' || id === 'difference', cell: (item) => (figure(item) === 0 ? '—' : formatGoods(figure(item), item)),
})

const itemColumns = (postedUntil: MomentSearch['postedUntil']): Column<ItemOfYear>[] => [
  { id: 'item', header: '品目', isRowHeader: true, cell: ({ itemId, name }) => <AppLink to="/goodwill/items/$itemId" params={{ itemId }} search={{ postedUntil }}>{name}</AppLink> },
  { id: 'category', header: '区分', isWideOnly: true, cell: ({ category }) => goodsCategoryNames[category] },
  flow('carried', '繰越', ({ carried }) => carried),
  flow('deposited', '預託', ({ deposited }) => deposited),
  flow('withdrawn', '払出', ({ withdrawn }) => withdrawn),
  flow('writtenOff', '廃棄', ({ writtenOff }) => writtenOff),
  flow('difference', '棚卸差異', ({ difference }) => difference),
  flow('closing', '在庫', ({ closing }) => closing),
]

const depositColumns: Column<Year['deposits'][number]>[] = [
  { id: 'route', header: '経路', isRowHeader: true, cell: ({ route, occasion }) => [depositRouteNames[route], occasion].filter((words) => words !== '').join('　') },
  { id: 'times', header: '件数', align: 'end', cell: ({ times }) => groupDigits(times) },
  { id: 'givers', header: '名前のある預託者', align: 'end', cell: ({ givers }) => groupDigits(givers) },
  { id: 'pieces', header: '点数', align: 'end', cell: ({ pieces }) => groupDigits(pieces) },
  { id: 'grams', header: '重さ（kg）', align: 'end', cell: ({ grams }) => (grams === 0 ? '—' : goodsFigure(grams, 'weight')) },
]

const withdrawalColumns: Column<Year['withdrawals'][number]>[] = [
  { id: 'way', header: '方法', isRowHeader: true, cell: ({ way }) => withdrawalWayNames[way] },
  { id: 'class', header: '対象区分', cell: ({ className }) => className ?? '—' },
  { id: 'times', header: '回数', align: 'end', cell: ({ times }) => groupDigits(times) },
  { id: 'recipients', header: '延べ対象数', align: 'end', cell: (each) => formatRecipients(each) },
]
