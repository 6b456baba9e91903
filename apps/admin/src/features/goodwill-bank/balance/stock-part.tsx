import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { goodsCategories, goodsCategoryNames } from '@sasaeai/domain/goodwill-bank/goods/goods-category'
import { goodsFigure, gramsOfGoods } from '@sasaeai/domain/goodwill-bank/goods/goods-quantity'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { AppLink } from '../../../app/app-link.tsx'
import type { MomentSearch } from '../../../app/moment-search.ts'
import { expiryText } from '../act/act-words.ts'
import type { StockLot } from './goodwill-balance-page.tsx'

/** An item of a purpose with all its lots. */
interface ItemStock {
  readonly key: string
  readonly lot: StockLot
  readonly quantity: number
  readonly grams: number | null
  readonly expired: number
  readonly nextExpiry: LocalDate | null
  readonly hasExpiry: boolean
}

/** 在庫 by purpose and item; what has expired is counted in and named beside. */
export function StockPart({ lots, asOf, postedUntil }: MomentSearch & { readonly lots: readonly StockLot[] | undefined; readonly asOf: LocalDate }) {
  const rows = lots === undefined ? undefined : itemsOf(lots, asOf)
  return (
    <DataTable caption="在庫" columns={columnsOf(postedUntil)} rows={rows} rowKey={({ key }) => key} phone="cards"
      empty={<EmptyState title="在庫はありません" icon="gift">「預託を受け付ける」から、預かった品物を入力してください。</EmptyState>} />
  )
}

const columnsOf = (postedUntil: MomentSearch['postedUntil']): Column<ItemStock>[] => [
  { id: 'purpose', header: '目的', cell: ({ lot }) => lot.purposeName },
  { id: 'category', header: '区分', isWideOnly: true, cell: ({ lot }) => goodsCategoryNames[lot.category] },
  { id: 'item', header: '品目', isRowHeader: true, cell: ({ lot: { itemId, itemName } }) => <AppLink to="/goodwill/items/$itemId" params={{ itemId }} search={{ postedUntil }}>{itemName}</AppLink> },
  { id: 'quantity', header: '在庫', align: 'end', cell: ({ lot, quantity }) => `${goodsFigure(quantity, lot.measure)}${lot.unit}` },
  { id: 'weight', header: '重さ（kg）', align: 'end', isWideOnly: true, cell: ({ grams }) => (grams === null ? '—' : goodsFigure(grams, 'weight')) },
  { id: 'next', header: '次の期限', cell: ({ nextExpiry, hasExpiry }) => <span className="figures">{hasExpiry ? (nextExpiry === null ? '—' : expiryText(nextExpiry)) : 'なし'}</span> },
  { id: 'expired', header: 'うち期限切れ', align: 'end', cell: ({ lot, expired }) => (expired === 0 ? '—' : `${goodsFigure(expired, lot.measure)}${lot.unit}`) },
]

function itemsOf(lots: readonly StockLot[], asOf: LocalDate): ItemStock[] {
  const groups = new Map<string, StockLot[]>()
  for (const lot of lots) {
    const key = `${lot.purposeCode} ${goodsCategories.indexOf(lot.category)} ${lot.itemCode}`
    groups.set(key, [...(groups.get(key) ?? []), lot])
  }
  return [...groups].toSorted(([left], [right]) => (left < right ? -1 : 1)).flatMap(([key, own]) => {
    const [lot] = own
    if (lot === undefined) return []
    const isExpired = ({ expiresOn }: StockLot) => expiresOn !== null && expiresOn < asOf
    const quantity = own.reduce((sum, each) => sum + each.quantity, 0)
    return [{
      key, lot, quantity, grams: gramsOfGoods(quantity, lot), expired: own.filter(isExpired).reduce((sum, each) => sum + each.quantity, 0),
      nextExpiry: own.find((each) => each.expiresOn !== null && !isExpired(each))?.expiresOn ?? null, hasExpiry: own.some(({ expiresOn }) => expiresOn !== null),
    }]
  })
}
