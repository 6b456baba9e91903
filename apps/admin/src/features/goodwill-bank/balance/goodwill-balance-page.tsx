import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYen, formatYenDelta, sumYen } from '@sasaeai/domain/money/yen'
import { LinkButton } from '@sasaeai/ui/link-button'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { PageHeader } from '@sasaeai/ui/page-header'
import { Tabs } from '@sasaeai/ui/tabs'
import { TextLink } from '@sasaeai/ui/text-link'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { AppLink } from '../../../app/app-link.tsx'
import { entriesHref } from '../../../app/entries-href.ts'
import { useFiscalYearInView } from '../../../app/fiscal-year-in-view.ts'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { PageError } from '../../../app/page-error.tsx'
import { type RouterOutput, trpc } from '../../../app/trpc.ts'
import { useMayDo } from '../../../app/use-may-do.ts'
import { useToday } from '../../../app/use-today.ts'
import { OrderPapersButton } from '../../document/order-papers-button.tsx'
import { PostingMomentForm } from '../../funding-indicator/posting-moment-form.tsx'
import { GoodwillExportButton } from '../goodwill-export-button.tsx'
import { ExpiryPart } from './expiry-part.tsx'
import { StockPart } from './stock-part.tsx'
import { balanceTabIn } from './balance-tabs.ts'

export type StockLot = RouterOutput['goodwillBank']['stock'][number]
type PurposeMoney = RouterOutput['goodwillBank']['money'][number]

/** 善意銀行: what is there, by purpose and item, what expires next, and the money. */
export function GoodwillBalancePage() {
  const { tab = 'stock', postedUntil } = useSearch({ from: '/staff/goodwill' })
  const navigate = useNavigate({ from: '/goodwill' })
  const fiscalYear = useFiscalYearInView()
  const presentDay = useToday()
  const today = postedUntil === undefined ? presentDay : localDateInTokyo(new Date(postedUntil))
  // Of a year that is over, what was there on its last day.
  const asOf = lastDayOf(fiscalYear) < today ? lastDayOf(fiscalYear) : today
  const stock = useQuery({ ...trpc.goodwillBank.stock.queryOptions({ asOf, postedUntil }), placeholderData: keepPreviousData })
  const money = useQuery({ ...trpc.goodwillBank.money.queryOptions({ fiscalYear, asOf, postedUntil }), placeholderData: keepPreviousData })
  const mayWrite = useMayDo('goodwill.write') && postedUntil === undefined
  const failed = [stock, money].find(({ isError, data }) => isError && data === undefined)
  return (
    <>
      <PageHeader
        title="善意銀行の在庫と残高"
        description={postedUntil === undefined ? `${formatLocalDate(asOf)}現在の在庫とお金の残高です。期限の早いものから払い出します。` : `${formatLocalDate(asOf)}現在の在庫とお金の残高のうち、${postedUntilWords(postedUntil)}です。品目と目的の名前は、いまの登録によります。`}
        actions={
          <>
            <GoodwillExportButton list={{ list: 'stock', asOf, postedUntil }} name="在庫とお金の残高" />
            <OrderPapersButton order={{ kind: 'goodwill_balances', asOf, postedUntil }}>残高表</OrderPapersButton>
            {mayWrite && <LinkButton href="/admin/goodwill/deposits/new" variant="primary" icon="plus">預託を受け付ける</LinkButton>}
          </>
        }
      />
      {failed !== undefined && <PageError reset={() => void failed.refetch()} />}
      <div className="mb-6 print-hidden">
        <PostingMomentForm moment={postedUntil} onChange={(moment) => void navigate({ search: (before) => ({ ...before, postedUntil: moment }), resetScroll: false })} />
      </div>
      <Tabs
        label="善意銀行"
        selectedId={tab}
        onSelect={(selected) => void navigate({ search: (before) => ({ ...before, tab: balanceTabIn(selected) }), resetScroll: false })}
        items={[
          { id: 'stock', label: '在庫', content: <StockPart lots={stock.data} {...{ asOf, postedUntil }} /> },
          { id: 'expiry', label: '期限', content: <ExpiryPart lots={stock.data} asOf={asOf} isPast={asOf !== today || postedUntil !== undefined} /> },
          { id: 'money', label: 'お金', content: <MoneyPart money={money.data} postedUntil={postedUntil} /> },
        ]}
      />
    </>
  )
}

/** お金 by purpose: carried, received, paid out and left. Every figure opens the entries behind it. */
function MoneyPart({ money, postedUntil }: MomentSearch & { readonly money: readonly PurposeMoney[] | undefined }) {
  const fiscalYear = useFiscalYearInView()
  const sum = (figure: (each: PurposeMoney) => PurposeMoney['balanceYen']) => formatYenDelta(sumYen((money ?? []).map(figure)))
  const columns: Column<PurposeMoney>[] = [
    { id: 'purpose', header: '目的', isRowHeader: true, cell: ({ purposeName }) => purposeName, footer: '合計' },
    { id: 'fund', header: '使途・基金', isWideOnly: true, cell: ({ fundName }) => fundName },
    { id: 'carried', header: '繰越（円）', align: 'end', cell: ({ carriedYen }) => formatYenDelta(carriedYen), footer: sum(({ carriedYen }) => carriedYen) },
    { id: 'received', header: '受入（円）', align: 'end', cell: ({ fundId, receivedYen }) => <TextLink href={entriesHref({ fundId, fiscalYear, postedUntil })}>{formatYen(receivedYen)}</TextLink>, footer: sum(({ receivedYen }) => receivedYen) },
    { id: 'used', header: '払出（円）', align: 'end', cell: ({ fundId, usedYen }) => <AppLink to="/funds/$fundId" params={{ fundId }} search={{ postedUntil }}>{formatYen(usedYen)}</AppLink>, footer: sum(({ usedYen }) => usedYen) },
    { id: 'transferred', header: '振替（円）', align: 'end', isWideOnly: true, cell: ({ transferredYen }) => formatYenDelta(transferredYen), footer: sum(({ transferredYen }) => transferredYen) },
    { id: 'balance', header: '残高（円）', align: 'end', cell: ({ fundId, balanceYen }) => <AppLink to="/funds/$fundId" params={{ fundId }} search={{ postedUntil }}>{formatYenDelta(balanceYen)}</AppLink>, footer: sum(({ balanceYen }) => balanceYen) },
  ]
  return (
    <>
      <p className="phrases mb-3 text-[0.9375rem] text-ink-sub">{formatFiscalYear(fiscalYear)}の受入と払出です。目的ごとの使途・基金を通ったお金を、帳簿から集計しています。</p>
      <DataTable caption="お金の残高" columns={columns} rows={money} rowKey={({ purposeId }) => purposeId} phone="cards"
        empty={<EmptyState title="お金を預かる目的がまだありません" icon="yen">設定の「預託の目的」で、使途・基金を選んでください。</EmptyState>} />
    </>
  )
}
