import { type ListColumn, setListPaper } from '@sasaeai/documents/papers/list-paper'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { goodwillYearOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { depositRouteNames } from '@sasaeai/domain/goodwill-bank/deposit/deposit-route'
import { goodsCategories, goodsCategoryNames } from '@sasaeai/domain/goodwill-bank/goods/goods-category'
import { formatGoods, goodsFigure } from '@sasaeai/domain/goodwill-bank/goods/goods-quantity'
import { formatRecipients, withdrawalWayNames } from '@sasaeai/domain/goodwill-bank/withdrawal/withdrawal-way'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { formatYen, formatYenDelta } from '@sasaeai/domain/money/yen'
import { succeed } from '@sasaeai/domain/outcome/outcome'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { type GoodwillYear, type ItemOfYear, readGoodwillYear } from './read-goodwill-year.ts'

/** 年間報告 on A4: goods by item, with money, what came in and what went out above them. */
export const goodwillYearMaker = paperMaker('goodwill_year', goodwillYearOrderSchema, {
  title: async (_deps, { fiscalYear, postedUntil }) => succeed(`${formatFiscalYear(fiscalYear)} 善意銀行の年間報告${postedUntil === undefined ? '' : ` ${postedUntilWords(postedUntil)}`}`),
  async make(desk, { fiscalYear, postedUntil }) {
    const year = await readGoodwillYear(desk.deps, fiscalYear, await readReportMoment(desk.deps, postedUntil))
    if (year.items.length === 0 && year.money.length === 0) return null
    await desk.expect(1)
    const name = `${formatFiscalYear(fiscalYear)}　善意銀行の年間報告`
    const bytes = await setListPaper({
      ...(await readPaperHead(desk, { title: name, day: desk.day })),
      heading: name,
      notes: [...(postedUntil === undefined ? [] : [postedUntilWords(postedUntil)]), ...notesOf(year)],
      isWide: true,
      columns,
      groups: goodsCategories.flatMap((category) => {
        const rows = year.items.filter((item) => item.category === category).map(rowOf)
        return rows.length === 0 ? [] : [{ heading: goodsCategoryNames[category], rows, subtotal: null }]
      }),
      total: null,
    })
    await desk.advance()
    return { fileName: `善意銀行の年間報告_${formatFiscalYear(fiscalYear)}.pdf`, mediaType: pdfType, bytes }
  },
})

const columns: readonly ListColumn[] = [
  { heading: '品目', fr: 1 },
  { heading: '繰越', mm: 28, side: 'end' },
  { heading: '預託', mm: 28, side: 'end' },
  { heading: '払出', mm: 28, side: 'end' },
  { heading: '廃棄', mm: 28, side: 'end' },
  { heading: '棚卸差異', mm: 28, side: 'end' },
  { heading: '在庫', mm: 28, side: 'end' },
]

function rowOf(item: ItemOfYear): string[] {
  const { carried, deposited, withdrawn, writtenOff, difference, closing } = item
  return [item.name, ...[carried, deposited, withdrawn, writtenOff, difference, closing].map((quantity) => (quantity === 0 ? '0' : formatGoods(quantity, item)))]
}

function notesOf({ asOf, money, deposits, withdrawals }: GoodwillYear): string[] {
  return [
    `${formatLocalDate(asOf)}現在`,
    ...money.map(({ purposeName, carriedYen, receivedYen, usedYen, transferredYen, balanceYen }) =>
      `お金　${purposeName}　繰越 ${formatYenDelta(carriedYen)}円　受入 ${formatYen(receivedYen)}円　払出 ${formatYen(usedYen)}円　${transferredYen === 0 ? '' : `振替 ${formatYenDelta(transferredYen)}円　`}残高 ${formatYenDelta(balanceYen)}円`),
    ...deposits.map(({ route, occasion, times, grams, pieces }) =>
      `預託　${[depositRouteNames[route], occasion].filter((words) => words !== '').join('　')}　${groupDigits(times)}件　${groupDigits(pieces)}点　約${goodsFigure(grams, 'weight')}kg`),
    ...withdrawals.map((each) => `払出　${[withdrawalWayNames[each.way], each.className].filter((words) => words !== null).join('　')}　${groupDigits(each.times)}回　延べ${formatRecipients(each)}`),
  ]
}
