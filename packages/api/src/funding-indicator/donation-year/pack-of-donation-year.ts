import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { PackBlock } from '@sasaeai/domain/funding-indicator/board-pack/board-pack'
import type { DonationYear } from '@sasaeai/domain/funding-indicator/donation-year/donation-year'
import {
  bracketTable, controlTable, goodsTables, headlineTable, retentionTable, sumTables, fundTable,
} from '@sasaeai/domain/funding-indicator/donation-year/donation-year-tables'
import type { ReportTable } from '@sasaeai/domain/funding-indicator/report-table'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { yearNames } from '../board-pack/year-names.ts'

interface PaperPart {
  readonly title: string
  readonly blocks: readonly PackBlock[]
}

/** What the paper prints part by part; parts without anything are left out. */
export function packOfDonationYear(year: DonationYear): PaperPart[] {
  const sums = sumTables(year)
  const parts: PaperPart[] = [
    { title: '主な数字', blocks: tables([headlineTable(year)]) },
    { title: '月ごとの寄附', blocks: [monthBars(year), ...tables(sums.slice(-1))] },
    { title: '寄附の内訳', blocks: tables(sums.slice(0, -1)) },
    { title: '1件の額', blocks: tables([bracketTable(year), controlTable(year)]) },
    { title: '寄附者', blocks: tables([retentionTable(year)]) },
    { title: '基金', blocks: tables([fundTable(year)]) },
    { title: '物品', blocks: tables(goodsTables(year)) },
  ]
  return parts.filter(({ blocks }) => blocks.length > 0)
}

function tables(all: readonly ReportTable[]): PackBlock[] {
  return all.flatMap((table) => (table.rows.length === 0 ? [] : [{ kind: 'table', table } satisfies PackBlock]))
}

function monthBars({ cut, months }: DonationYear): PackBlock {
  return { kind: 'bars', title: '月ごとの寄附金額', ...yearNames(cut), bars: months.map(({ name, amountYen, lastYen }) => ({ name, nowYen: amountYen, lastYen })) }
}

/** What a reader must know of how it is counted. */
export const donationYearDefinitions: readonly string[] = [
  '金額は帳簿の寄附金（物品は時価）です。共同募金・歳末たすけあいの募金は預り金で、含みません。取り消した寄附は、取り消した日に差し引きます。',
  '平均・中央値・1件の額は、取り消した寄附と、戸別などでまとめて受けた寄附を除いた1件ごとの額です。寄附者は名簿にある方を1回ずつ数えます。',
  '種類・きっかけ・芳名の掲載は、今の記録によります。芳名は、掲載をご承諾いただいた内容だけを記しています。',
]

/** What stands beside an account of a use. */
export function aboutUse({ fundName, usedYen, beneficiaries, publishedOn }: { readonly fundName: string; readonly usedYen: number; readonly beneficiaries: number | null; readonly publishedOn: string }): string {
  return [fundName, `使った額 ${groupDigits(usedYen)}円`, ...(beneficiaries === null ? [] : [`対象 ${groupDigits(beneficiaries)}人`]), publishedOn].join('　')
}

/** 令和8年度 寄附の年次報告 */
export function titleOfDonationYear(fiscalYear: DonationYear['cut']['fiscalYear']): string {
  return `${formatFiscalYear(fiscalYear)} 寄附の年次報告`
}
