import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { DonationYear } from '@sasaeai/domain/funding-indicator/donation-year/donation-year'
import {
  bracketTable, controlTable, donationYearPeriod, goodsTables, headlineTable, retentionTable, fundTable,
} from '@sasaeai/domain/funding-indicator/donation-year/donation-year-tables'
import { giftControlNames, giftControls } from '@sasaeai/domain/funding-indicator/donation-year/gift-part'
import { standingNames } from '@sasaeai/domain/funding-indicator/executive/retention'
import { printedCell } from '@sasaeai/domain/funding-indicator/report-table'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { EmptyState } from '@sasaeai/ui/empty-state'
import { figureLook } from '@sasaeai/ui/text-link'
import { AppLink } from '../../../app/app-link.tsx'
import { FigureLink } from '../figure-link.tsx'
import { ReportSection } from '../report-frame.tsx'
import { GiftFigure } from './gift-figure.tsx'
import { GiftMonthChart } from './gift-month-chart.tsx'
import { GiftSumTable } from './gift-sum-table.tsx'
import { ReportTableView, type ShownCell } from './report-table-view.tsx'

interface DonationYearSectionsProps {
  readonly year: DonationYear
  readonly isRefreshing: boolean
}

/** Everything of the report but the names. */
export function DonationYearSections({ year, isRefreshing }: DonationYearSectionsProps) {
  const { cut, total, funds, kinds, ways, channels, months } = year
  if (total.amountYen === 0 && total.lastYen === 0) return <EmptyState title="この年度の寄附はまだありません" icon="gift">寄附を受け付けると、ここにまとまります。</EmptyState>
  const sums = { cut, total, isRefreshing }
  return (
    <>
      <ReportSection title="主な数字" note={`${donationYearPeriod(year)}。前年は同じ日までです。`}>
        <ReportTableView table={headlineTable(year)} shown={headlineCell(year)} wideOnly={[1, 4]} isRefreshing={isRefreshing} />
      </ReportSection>
      <ReportSection title="月ごとの寄附" note="取り消した寄附は、取り消した月に差し引きます。金額を押すと明細を開きます。">
        <GiftMonthChart months={months} {...sums} />
      </ReportSection>
      <ReportSection title="使いみち・基金別" note="二つの使いみちのある寄附は、件数をどちらにも数えます。">
        <GiftSumTable caption="使いみち・基金別の寄附" first="使いみち" sums={funds} part="fund" isCountedTwice {...sums} />
      </ReportSection>
      <ReportSection title="種類別" note="種類・きっかけは、寄附のページで記録した今の内容です。"><GiftSumTable caption="種類別の寄附" first="種類" sums={kinds} part="kind" {...sums} /></ReportSection>
      <ReportSection title="受け取り方別" note="お金が入った科目で分けます。物品は時価です。"><GiftSumTable caption="受け取り方別の寄附" first="受け取った科目" sums={ways} part="way" {...sums} /></ReportSection>
      <ReportSection title="きっかけ別"><GiftSumTable caption="きっかけ別の寄附" first="きっかけ" sums={channels} part="channel" {...sums} /></ReportSection>
      <ReportSection title="1件の額" note="取り消した寄附と、戸別などでまとめて受けた寄附を除いた、1件ごとの額です。">
        <ReportTableView table={bracketTable(year)} shown={bracketCell(year)} wideOnly={[3, 4]} isRefreshing={isRefreshing} />
        <ReportTableView table={controlTable(year)} shown={controlCell(year)} isRefreshing={isRefreshing} />
      </ReportSection>
      <ReportSection title="寄附者の継続・新規" note="名簿にある寄附者を1人（1団体）ずつ、年度の全体で数えます。">
        <ReportTableView table={retentionTable(year)} shown={giverCell(year)} isRefreshing={isRefreshing} />
      </ReportSection>
      <ReportSection title="基金の受入れと使用"><ReportTableView table={fundTable(year)} shown={fundCell(year)} isRefreshing={isRefreshing} /></ReportSection>
      <UseReports year={year} />
      {goodsTables(year).some(({ rows }) => rows.length > 0) && (
        <ReportSection title="善意銀行の物品" note="帳簿に載らない物品の数です。">
          {goodsTables(year).map((table) => <ReportTableView key={table.title} table={table} isRefreshing={isRefreshing} />)}
        </ReportSection>
      )}
    </>
  )
}

/** The whole amounts open their entries. */
function headlineCell({ cut, total }: DonationYear): ShownCell {
  return (cell, { row, column }) => {
    if (row !== 0 || (column !== 2 && column !== 3)) return printedCell(cell)
    const isNow = column === 2
    return <GiftFigure cut={cut} side={isNow ? 'this' : 'last'} amountYen={isNow ? total.amountYen : total.lastYen} filter={isNow ? total.filter : total.lastFilter} line={null} label={isNow ? '今年度' : '前年同日'} />
  }
}

/** The amounts of both years open the gifts of their bracket; those of the sum all single gifts. */
function bracketCell({ cut, brackets, figures: { now, last } }: DonationYear): ShownCell {
  return (cell, { row, column }) => {
    if (column !== 2 && column !== 5) return printedCell(cell)
    const side = column === 2 ? 'this' : 'last'
    const line = row === 'total' ? { part: 'control' as const, key: 'single' } : { part: 'bracket' as const, key: String(row) }
    const sum = row === 'total' ? { amountYen: now.amountYen, lastYen: last.amountYen, name: '計' } : brackets[row]
    return sum === undefined ? printedCell(cell) : <GiftFigure cut={cut} side={side} amountYen={side === 'this' ? sum.amountYen : sum.lastYen} filter={null} line={line} label={`${sum.name} ${side === 'this' ? '今年度' : '前年同日'}`} />
  }
}

/** What leads from the single gifts to the ledger opens its gifts, and the sum its entries. */
function controlCell({ cut, total, figures }: DonationYear): ShownCell {
  return (cell, { row, column }) => {
    if (column === 0) return printedCell(cell)
    const side = column === 1 ? 'this' : 'last'
    const { amountYen, batchYen, earlierYen } = side === 'this' ? figures.now : figures.last
    const control = row === 'total' ? undefined : giftControls[row]
    const label = `${control === undefined ? '帳簿の寄附金' : giftControlNames[control]} ${side === 'this' ? '今年度' : '前年同日'}`
    if (control === undefined) return <GiftFigure cut={cut} side={side} amountYen={side === 'this' ? total.amountYen : total.lastYen} filter={side === 'this' ? total.filter : total.lastFilter} line={null} label={label} />
    return <GiftFigure cut={cut} side={side} amountYen={{ single: amountYen, batch: batchYen, earlier: earlierYen }[control]} filter={null} line={{ part: 'control', key: control }} label={label} />
  }
}

/** How many they were opens who they are: the standings of the table's lines, from the first. */
function giverCell({ cut: { postedUntil }, retention }: DonationYear): ShownCell {
  const standings = ['retained', 'returned', 'new', 'lybunt', 'retained'] as const
  return (cell, { row, column }) => {
    const standing = row === 'total' ? undefined : standings[row]
    if (column !== 1 || standing === undefined || retention[standing] === 0) return printedCell(cell)
    return (
      <AppLink to="/executive/givers" search={{ standing, postedUntil }} aria-label={`${standingNames[standing]} ${printedCell(cell)}の一覧`} className={figureLook}>
        {printedCell(cell)}
      </AppLink>
    )
  }
}

/** What came into a fund opens its entries, what was carried, spent or is left its own page. */
function fundCell({ cut: { fiscalYear, postedUntil }, uses }: DonationYear): ShownCell {
  return (cell, { row, column }) => {
    const use = row === 'total' ? undefined : uses[row]
    const amount = printedCell(cell)
    if (use === undefined || column === 0 || cell === 0) return amount
    const { fundId, name } = use
    if (column === 2) return <FigureLink amountYen={use.receivedYen} filter={{ fiscalYear, fundId, postedUntil }} label={`${name} 受入れ`} />
    const hash = column === 3 || column === 4 ? 'movements' : 'years'
    return <AppLink to="/funds/$fundId" params={{ fundId }} search={{ fiscalYear, postedUntil }} hash={hash} aria-label={`${name} ${amount}円の内訳`} className={figureLook}>{amount}</AppLink>
  }
}

/** 使途の報告 that were published. */
function UseReports({ year: { reports } }: { year: DonationYear }) {
  if (reports.length === 0) return null
  return (
    <ReportSection title="使いみちの報告" note="公表した報告です。使った額は公表したときの帳簿の額です。">
      {reports.map(({ fundName, title, body, message, beneficiaries, publishedOn, usedYen }) => (
        <article key={`${fundName} ${title}`} className="border-l-4 border-line pl-4">
          <h3 className="font-bold">{title}</h3>
          <p className="text-[0.875rem] text-ink-sub">
            {fundName}　使った額 {groupDigits(usedYen)}円{beneficiaries === null ? '' : `　対象 ${groupDigits(beneficiaries)}人`}　{formatLocalDate(publishedOn)}公表
          </p>
          <p className="whitespace-pre-line">{body}</p>
          {message !== '' && <p className="whitespace-pre-line">{message}</p>}
        </article>
      ))}
    </ReportSection>
  )
}
