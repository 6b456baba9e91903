import { firstYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { type BoardPack, type BoardPackPart, boardPackParts, boardPackPartNames, type PackBlock } from '@sasaeai/domain/funding-indicator/board-pack/board-pack'
import type { BoardPackOrder } from '@sasaeai/domain/funding-indicator/board-pack/board-pack-input'
import { packRisks } from '@sasaeai/domain/funding-indicator/board-pack/pack-risks'
import { custodyTable, districtTable, monthTable, sourceTable } from '@sasaeai/domain/funding-indicator/dashboard-tables'
import type { FundingDashboard } from '@sasaeai/domain/funding-indicator/funding-dashboard'
import type { ReportTable } from '@sasaeai/domain/funding-indicator/report-table'
import { fundingCategories, type FundingCategory } from '@sasaeai/domain/ledger/funding-category'
import { formatPostingMoment } from '@sasaeai/domain/ledger/posting-moment'
import type { Deps } from '../../deps.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { dashboardAt } from '../funding-dashboard-queries.ts'
import { readIncomeYears } from '../income/read-income-years.ts'
import { packOfDrives } from './pack-of-drives.ts'
import { packOfDues } from './pack-of-dues.ts'
import { packOfIncome } from './pack-of-income.ts'
import { packOfIndicators } from './pack-of-indicators.ts'
import { yearNames } from './year-names.ts'

/** So many years stand in 収入の構成, as far as there are any. */
const yearsShown = 10

/** Everything that 理事会資料 prints, as of a moment. */
export async function readBoardPack(deps: Deps, order: BoardPackOrder, at: ReportMoment): Promise<{ pack: BoardPack; dashboard: FundingDashboard }> {
  const dashboard = await dashboardAt(deps, order, at)
  const { cut } = dashboard
  const first = Math.max(firstYear, cut.fiscalYear - yearsShown + 1)
  const [income, drives, dues, indicators] = await Promise.all([
    readIncomeYears(deps, { first: fiscalYear(first), last: cut.fiscalYear, at }),
    packOfDrives(deps, cut, at),
    packOfDues(deps, cut, at),
    packOfIndicators(deps, cut.fiscalYear, at),
  ])
  const blocks: Record<BoardPackPart, readonly PackBlock[]> = {
    headline: tables([sourceTable(dashboard, 'own'), sourceTable(dashboard, 'custody')]),
    income: packOfIncome(income),
    drives,
    dues,
    donations: monthsOf(dashboard, 'donation'),
    custody: tables([custodyTable(dashboard)]),
    indicators,
    risks: risksOf(dashboard),
    districts: districtsOf(dashboard),
  }
  const named = { ...boardPackPartNames, districts: `${dashboard.districtTypeName}別の受入額` }
  const pack: BoardPack = {
    heading: '理事会資料　財源の状況',
    period: `${formatFiscalYear(cut.fiscalYear)}　${formatLocalDate(cut.asOf)}まで`,
    moment: `${formatPostingMoment((at.moment ?? deps.now()).toISOString())}現在の帳簿`,
    parts: boardPackParts.flatMap((part) => {
      const comment = order.comments[part] ?? ''
      return blocks[part].length === 0 && comment === '' ? [] : [{ part, title: named[part], blocks: blocks[part], comment }]
    }),
    definitions: ratioDefinitions,
  }
  return { pack, dashboard }
}

/** The rates that the program itself defines, for every page. Those of the indicators stand beside them, with their version. */
const ratioDefinitions = '前年比（第1版：前年同日までの額で割る）・達成率（第1版：目標のある財源の額を目標額で割り、切り捨てる）・構成比（第1版：収入の合計で割る）'

function tables(all: readonly ReportTable[]): PackBlock[] {
  return all.flatMap((table) => (table.rows.length === 0 ? [] : [{ kind: 'table', table } satisfies PackBlock]))
}

function monthsOf(dashboard: FundingDashboard, category: FundingCategory): PackBlock[] {
  const { cut } = dashboard
  const table = monthTable(dashboard, category)
  if (table.rows.length === 0) return []
  const bars = table.rows.map(([name, now, last]) => ({ name: String(name), nowYen: Number(now ?? 0), lastYen: Number(last ?? 0) }))
  return [{ kind: 'bars', title: table.title, ...yearNames(cut), bars }, { kind: 'table', table }]
}

function risksOf(dashboard: FundingDashboard): PackBlock[] {
  const table = packRisks(dashboard)
  if (table.rows.length > 0) return [{ kind: 'table', table }]
  return [{ kind: 'notes', lines: ['数字から見て特に気をつけることはありません。'] }]
}

function districtsOf(dashboard: FundingDashboard): PackBlock[] {
  // A page of zeros tells nobody anything.
  const isTold = ({ total }: ReportTable) => total === null || total.slice(1, 3).some((cell) => cell !== 0)
  return tables(fundingCategories.map((category) => districtTable(dashboard, category)).filter(isTold))
}
