import { formatFiscalYear, formatLocalDate } from '../../calendar/japanese-era.ts'
import { depositRouteNames } from '../../goodwill-bank/deposit/deposit-route.ts'
import { goodsFigure } from '../../goodwill-bank/goods/goods-quantity.ts'
import { formatRecipients, withdrawalWayNames } from '../../goodwill-bank/withdrawal/withdrawal-way.ts'
import { groupDigits } from '../../money/group-digits.ts'
import { formatRatio, formatYearOnYear } from '../../money/ratio.ts'
import type { ReportCell, ReportColumn, ReportTable } from '../report-table.ts'
import type { DonationYear, GiftFigures, GiftSum } from './donation-year.ts'
import { giftControlNames } from './gift-part.ts'

const text = (heading: string): ReportColumn => ({ heading, kind: 'text' })
const amount = (heading: string): ReportColumn => ({ heading: `${heading}（円）`, kind: 'yen' })
const count = (heading: string): ReportColumn => ({ heading, kind: 'count' })
const rate = (heading: string): ReportColumn => ({ heading, kind: 'rate' })

/** Every table of 寄附の年次報告 but the names, in the order of the paper; those without rows are left out. */
export function donationYearTables(year: DonationYear): ReportTable[] {
  return [headlineTable(year), ...sumTables(year), bracketTable(year), controlTable(year), retentionTable(year), fundTable(year), ...goodsTables(year)].filter(({ rows }) => rows.length > 0)
}

/** 主な数字: this year to the day, last year to the same day. */
export function headlineTable({ total, figures }: DonationYear): ReportTable {
  const line = (name: string, unit: string, of: (side: 'now' | 'last') => number | null): ReportCell[] => {
    const [nowFigure, lastFigure] = [of('now'), of('last')]
    return [name, unit, nowFigure, lastFigure, nowFigure === null || lastFigure === null ? null : nowFigure - lastFigure, formatYearOnYear(nowFigure, lastFigure)]
  }
  return {
    title: '前年同日との比較',
    columns: [text('項目'), text('単位'), count('今年度'), count('前年同日'), count('差'), rate('前年比')],
    rows: [
      line('寄附金額（物品の時価を含む）', '円', (side) => (side === 'now' ? total.amountYen : total.lastYen)),
      line('件数', '件', (side) => (side === 'now' ? total.count : total.lastCount)),
      line('寄附者（匿名を除く）', '人・団体', (side) => figures[side].givers),
      line('匿名の寄附', '件', (side) => figures[side].unnamed),
      line('1件の平均', '円', (side) => figures[side].averageYen),
      line('1件の中央値', '円', (side) => figures[side].medianYen),
      line('最も大きい1件', '円', (side) => figures[side].largestYen),
    ],
    total: null,
  }
}

/** By 使いみち, 種類, 受け取り方, きっかけ and month. A gift for two purposes is counted with both, so that its counts have no sum. */
export function sumTables({ total, funds, kinds, ways, channels, months }: DonationYear): ReportTable[] {
  return [
    sumTable({ title: '使いみち・基金別', first: '使いみち', sums: funds, total: { ...total, count: null, lastCount: null } }),
    sumTable({ title: '寄附の種類別', first: '種類', sums: kinds, total }),
    sumTable({ title: '受け取り方別', first: '受け取った科目', sums: ways, total }),
    sumTable({ title: 'きっかけ別', first: 'きっかけ', sums: channels, total }),
    sumTable({ title: '月別', first: '月', sums: months, total }),
  ]
}

interface SumTable {
  readonly title: string
  readonly first: string
  readonly sums: readonly GiftSum[]
  readonly total: Pick<GiftSum, 'amountYen' | 'lastYen'> & { readonly count: number | null; readonly lastCount: number | null }
}

function sumTable({ title, first, sums, total }: SumTable): ReportTable {
  return {
    title,
    columns: [text(first), count('件数'), amount('今年度'), count('前年件数'), amount('前年同日'), amount('差'), rate('前年比'), rate('構成比')],
    rows: sums.map((sum) => [
      sum.name, sum.count, sum.amountYen, sum.lastCount, sum.lastYen, sum.amountYen - sum.lastYen, formatYearOnYear(sum.amountYen, sum.lastYen), formatRatio(sum.amountYen, total.amountYen),
    ]),
    total: ['計', total.count, total.amountYen, total.lastCount, total.lastYen, total.amountYen - total.lastYen, formatYearOnYear(total.amountYen, total.lastYen), ''],
  }
}

/** 1件の額, of the gifts one by one. */
export function bracketTable({ brackets, figures: { now, last } }: DonationYear): ReportTable {
  return {
    title: '1件の額の分布',
    columns: [text('1件の額'), count('件数'), amount('今年度'), rate('件数の割合'), count('前年件数'), amount('前年同日')],
    rows: now.count + last.count === 0 ? [] : brackets.map((each) => [each.name, each.count, each.amountYen, formatRatio(each.count, now.count), each.lastCount, each.lastYen]),
    total: ['計', now.count, now.amountYen, '', last.count, last.amountYen],
  }
}

/** How the gifts one by one lead to what the ledger holds. */
export function controlTable({ total, figures: { now, last } }: DonationYear): ReportTable {
  const line = (name: string, of: (figures: GiftFigures) => number): ReportCell[] => [name, of(now), of(last)]
  return {
    title: '帳簿との照合',
    columns: [text('内訳'), amount('今年度'), amount('前年同日')],
    rows: [
      line(giftControlNames.single, ({ amountYen }) => amountYen),
      line(giftControlNames.batch, ({ batchYen }) => batchYen),
      line(giftControlNames.earlier, ({ earlierYen }) => earlierYen),
    ],
    total: ['帳簿の寄附金', total.amountYen, total.lastYen],
  }
}

/** 継続・新規. Without a year before there is no rate. */
export function retentionTable({ cut, retention: { retained, returned, new: newcomers, lybunt, sybunt } }: DonationYear): ReportTable {
  const gave = retained + returned + newcomers
  return {
    title: `寄附者の継続・新規（${formatFiscalYear(cut.fiscalYear)}）`,
    columns: [text('区分'), count('人・団体'), rate('割合')],
    rows: gave + lybunt + sybunt === 0 ? [] : [
      ['継続（前年度も寄附）', retained, formatRatio(retained, gave)],
      ['復帰（前々年度より前に寄附）', returned, formatRatio(returned, gave)],
      ['新規（初めての寄附）', newcomers, formatRatio(newcomers, gave)],
      ['前年度は寄附、今年度はまだ', lybunt, ''],
      [`継続率（前年度の寄附者${groupDigits(retained + lybunt)}のうち）`, retained, formatRatio(retained, retained + lybunt)],
    ],
    total: null,
  }
}

/** 基金の使いみち: what came in, what was used and what is left. */
export function fundTable({ uses }: DonationYear): ReportTable {
  return {
    title: '基金の受入れと使用',
    columns: [text('基金'), amount('繰越'), amount('受入れ'), amount('振替'), amount('使った額'), amount('残高')],
    rows: uses.map(({ name, carriedYen, receivedYen, transferredYen, usedYen, balanceYen }) => [name, carriedYen, receivedYen, transferredYen, usedYen, balanceYen]),
    total: null,
  }
}

/** 善意銀行の物品: in and out. */
export function goodsTables({ goods: { deposits, withdrawals } }: DonationYear): ReportTable[] {
  return [
    {
      title: '善意銀行の物品の預託',
      columns: [text('預託'), count('回数'), count('預託者'), count('点数'), text('重さ')],
      rows: deposits.map(({ route, occasion, times, givers, pieces, grams }) => [
        [depositRouteNames[route], occasion].filter((words) => words !== '').join('　'), times, givers, pieces, grams === 0 ? '' : `約${goodsFigure(grams, 'weight')}kg`,
      ]),
      total: null,
    },
    {
      title: '善意銀行の物品の払出',
      columns: [text('払出'), count('回数'), text('延べ')],
      rows: withdrawals.map((each) => [withdrawalWayNames[each.way], each.times, formatRecipients(each)]),
      total: null,
    },
  ]
}

/** 令和8年度 and until which day, as pages and papers say it. */
export function donationYearPeriod({ cut }: DonationYear): string {
  return `${formatFiscalYear(cut.fiscalYear)}　${formatLocalDate(cut.asOf)}まで`
}
