import { type ListColumn, setListPaper } from '@sasaeai/documents/papers/list-paper'
import { fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { goodwillBalancesOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { goodsCategoryNames } from '@sasaeai/domain/goodwill-bank/goods/goods-category'
import { formatGoods } from '@sasaeai/domain/goodwill-bank/goods/goods-quantity'
import { expiryStateNames, expiryStateOn } from '@sasaeai/domain/goodwill-bank/stock/expiry-state'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { succeed } from '@sasaeai/domain/outcome/outcome'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { listPurposeMoney } from './list-purpose-money.ts'
import { listStock, type StockLot } from './list-stock.ts'

/** 残高表: what is there at the end of a day, by purpose, item and 期限, with the money above it, on A4. */
export const goodwillBalancesMaker = paperMaker('goodwill_balances', goodwillBalancesOrderSchema, {
  title: async (_deps, { asOf, postedUntil }) => succeed(`善意銀行の残高表 ${formatLocalDate(asOf)}現在${postedUntil === undefined ? '' : ` ${postedUntilWords(postedUntil)}`}`),
  async make(desk, { asOf, postedUntil }) {
    const at = await readReportMoment(desk.deps, postedUntil)
    const lots = await listStock(desk.deps, asOf, at)
    const money = await listPurposeMoney(desk.deps, { fiscalYear: fiscalYearOf(asOf), asOf }, at)
    if (lots.length === 0 && money.length === 0) return null
    await desk.expect(1)
    const name = '善意銀行　残高表'
    const purposes = [...new Map(lots.map((lot) => [lot.purposeId, lot.purposeName])).entries()]
    const bytes = await setListPaper({
      ...(await readPaperHead(desk, { title: name, day: desk.day })),
      heading: name,
      notes: [
        `${formatLocalDate(asOf)}現在${postedUntil === undefined ? '' : `　${postedUntilWords(postedUntil)}`}`,
        ...money.map(({ purposeName, balanceYen }) => `お金　${purposeName}　${formatYenDelta(balanceYen)}円`),
      ],
      isWide: false,
      columns,
      groups: purposes.map(([purposeId, heading]) => ({
        heading, rows: lots.filter((lot) => lot.purposeId === purposeId).map((lot) => rowOf(lot, asOf)), subtotal: null,
      })),
      total: null,
    })
    await desk.advance()
    return { fileName: `善意銀行の残高表_${asOf}.pdf`, mediaType: pdfType, bytes }
  },
})

const columns: readonly ListColumn[] = [
  { heading: '区分', mm: 36 },
  { heading: '品目', fr: 1 },
  { heading: '期限', mm: 28 },
  { heading: '状態', mm: 24 },
  { heading: '在庫', mm: 32, side: 'end' },
]

function rowOf(lot: StockLot, asOf: Parameters<typeof listStock>[1]): string[] {
  const state = expiryStateNames[expiryStateOn(asOf, { expiresOn: lot.expiresOn, soonDays: 30 })]
  return [goodsCategoryNames[lot.category], lot.itemName, lot.expiresOn === null ? 'なし' : formatLocalDateShort(lot.expiresOn), state, formatGoods(lot.quantity, lot)]
}
