import { fiscalMonths } from '../calendar/fiscal-year.ts'
import { formatFiscalYear } from '../calendar/japanese-era.ts'
import { fiscalYear } from '../calendar/fiscal-year.ts'
import { fundingCategories, type FundingCategory, fundingCategoryNames } from '../ledger/funding-category.ts'
import { formatAttainment, formatYearOnYear } from '../money/ratio.ts'
import { sumYen, yen } from '../money/yen.ts'
import { attainmentOf } from './attainment.ts'
import type { FundingDashboard } from './funding-dashboard.ts'
import { perHousehold } from './per-household.ts'
import type { ReportColumn, ReportTable } from './report-table.ts'
import type { SourceFigures } from './source-figures.ts'

/** Every table of 財源ダッシュボード, in the order of the page; those without rows are left out. */
export function dashboardTables(dashboard: FundingDashboard): ReportTable[] {
  const categories = fundingCategories.filter((category) => dashboard.sources.some((source) => source.category === category))
  const tables = [
    sourceTable(dashboard, 'own'),
    sourceTable(dashboard, 'custody'),
    custodyTable(dashboard),
    ...categories.flatMap((category) => [monthTable(dashboard, category), districtTable(dashboard, category)]),
  ]
  return tables.filter(({ rows }) => rows.length > 0)
}

const yenColumn = (heading: string): ReportColumn => ({ heading: `${heading}（円）`, kind: 'yen' })
const textColumn = (heading: string): ReportColumn => ({ heading, kind: 'text' })
const rateColumn = (heading: string): ReportColumn => ({ heading, kind: 'rate' })

const sourceTitles = { own: '収入の内訳', custody: '募金の受入れ（預り金）' } as const

/** 財源別: this year to the day, last year to the same day, and the target where there is one. */
export function sourceTable({ sources }: FundingDashboard, holding: SourceFigures['holding']): ReportTable {
  const rows = sources.filter((source) => source.holding === holding)
  const [now, last] = [sumYen(rows.map(({ thisYen }) => thisYen)), sumYen(rows.map(({ lastYen }) => lastYen))]
  const whole = attainmentOf(rows)
  return {
    title: sourceTitles[holding],
    columns: [textColumn('財源'), yenColumn('今年度'), yenColumn('前年同日'), yenColumn('差'), rateColumn('前年比'), yenColumn('目標'), rateColumn('達成率')],
    rows: rows.map(({ name, thisYen, lastYen, targetYen }) => [
      name, thisYen, lastYen, thisYen - lastYen, formatYearOnYear(thisYen, lastYen), targetYen, formatAttainment(thisYen, targetYen),
    ]),
    total: ['計', now, last, now - last, formatYearOnYear(now, last), whole?.targetYen ?? null, formatAttainment(whole?.actualYen, whole?.targetYen)],
  }
}

/** 預り金 by drive. Never summed: the money is different bodies'. */
export function custodyTable({ campaigns }: FundingDashboard): ReportTable {
  return {
    title: '預り金の残高',
    columns: [textColumn('運動'), textColumn('年度'), yenColumn('繰越'), yenColumn('受入れ'), yenColumn('前年同日の受入れ'), yenColumn('送金・配分'), yenColumn('預り残高')],
    rows: campaigns.map(({ name, fiscalYear: year, broughtForwardYen, collectedYen, lastCollectedYen, passedOnYen, heldYen }) => [
      name, formatFiscalYear(fiscalYear(year)), broughtForwardYen, collectedYen, lastCollectedYen, passedOnYen, heldYen,
    ]),
    total: null,
  }
}

/** 月別. Months that lie ahead have no figure. */
export function monthTable({ cut, sources }: FundingDashboard, category: FundingCategory): ReportTable {
  const ours = sources.filter((source) => source.category === category)
  const months = fiscalMonths(cut.fiscalYear).map(({ month, firstDay }, place) => ({
    name: `${month}月`,
    now: firstDay > cut.asOf ? null : sumYen(ours.map((source) => source.months[place] ?? yen(0))),
    last: sumYen(ours.map((source) => source.lastMonths[place] ?? yen(0))),
  }))
  return {
    title: `${fundingCategoryNames[category]}の月別の受入額`,
    columns: [textColumn('月'), yenColumn(formatFiscalYear(cut.fiscalYear)), yenColumn(formatFiscalYear(cut.lastYear))],
    rows: ours.length === 0 ? [] : months.map(({ name, now, last }) => [name, now, last]),
    total: ['計', sumYen(months.map(({ now }) => now ?? yen(0))), sumYen(months.map(({ last }) => last))],
  }
}

/** 校区別. What belongs to no district is not here. */
export function districtTable({ districts, districtTypeName }: FundingDashboard, category: FundingCategory): ReportTable {
  const none = { thisYen: yen(0), lastYen: yen(0), targetYen: null }
  const rows = districts.map(({ name, households, categories }) => {
    const { thisYen, lastYen, targetYen } = categories.find((each) => each.category === category) ?? none
    return { name, households, thisYen, lastYen, targetYen }
  })
  const isEmpty = rows.every(({ thisYen, lastYen, targetYen }) => thisYen === 0 && lastYen === 0 && targetYen === null)
  const [now, last] = [sumYen(rows.map(({ thisYen }) => thisYen)), sumYen(rows.map(({ lastYen }) => lastYen))]
  const known = rows.filter(({ households }) => households !== null)
  const households = known.length === 0 ? null : known.reduce((sum, row) => sum + (row.households ?? 0), 0)
  const whole = attainmentOf(rows)
  return {
    title: `${fundingCategoryNames[category]}の${districtTypeName}別の受入額`,
    columns: [
      textColumn(districtTypeName), yenColumn('今年度'), yenColumn('前年同日'), yenColumn('差'), rateColumn('前年比'),
      { heading: '世帯', kind: 'count' }, yenColumn('1世帯'), rateColumn('達成率'),
    ],
    rows: isEmpty ? [] : rows.map((row) => [
      row.name, row.thisYen, row.lastYen, row.thisYen - row.lastYen, formatYearOnYear(row.thisYen, row.lastYen),
      row.households, perHousehold(row.thisYen, row.households), formatAttainment(row.thisYen, row.targetYen),
    ]),
    total: [
      '計', now, last, now - last, formatYearOnYear(now, last), households,
      perHousehold(sumYen(known.map(({ thisYen }) => thisYen)), households), formatAttainment(whole?.actualYen, whole?.targetYen),
    ],
  }
}
