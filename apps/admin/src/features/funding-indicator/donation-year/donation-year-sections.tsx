import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { DonationYear } from '@sasaeai/domain/funding-indicator/donation-year/donation-year'
import {
  bracketTable, controlTable, donationYearPeriod, goodsTables, headlineTable, retentionTable, fundTable,
} from '@sasaeai/domain/funding-indicator/donation-year/donation-year-tables'
import { groupDigits } from '@sasaeai/domain/money/group-digits'
import { EmptyState } from '@sasaeai/ui/empty-state'
import type { ReactNode } from 'react'
import { AppLink } from '../../../app/app-link.tsx'
import { GiftMonthChart } from './gift-month-chart.tsx'
import { GiftSumTable } from './gift-sum-table.tsx'
import { ReportTableView } from './report-table-view.tsx'

interface DonationYearSectionsProps {
  readonly year: DonationYear
  readonly isRefreshing: boolean
}

/** Everything of the report but the names. */
export function DonationYearSections({ year, isRefreshing }: DonationYearSectionsProps) {
  const { cut, total, funds, kinds, ways, channels, months } = year
  if (total.amountYen === 0 && total.lastYen === 0) return <EmptyState title="この年度の寄附はまだありません" icon="gift">寄附を受け付けると、ここにまとまります。</EmptyState>
  const sums = { total, isRefreshing }
  return (
    <>
      <Part title="主な数字" note={`${donationYearPeriod(year)}。前年は同じ日までです。`}>
        <ReportTableView table={headlineTable(year)} isRefreshing={isRefreshing} />
      </Part>
      <Part title="月ごとの寄附" note="取り消した寄附は、取り消した月に差し引きます。金額を押すと明細を開きます。">
        <GiftMonthChart cut={cut} months={months} {...sums} />
      </Part>
      <Part title="使いみち・基金別" note="二つの使いみちのある寄附は、件数をどちらにも数えます。">
        <GiftSumTable caption="使いみち・基金別の寄附" first="使いみち" sums={funds} isCountedTwice {...sums} />
      </Part>
      <Part title="種類別" note="種類・きっかけは、寄附のページで記録した今の内容です。"><GiftSumTable caption="種類別の寄附" first="種類" sums={kinds} {...sums} /></Part>
      <Part title="受け取り方別" note="お金が入った科目で分けます。物品は時価です。"><GiftSumTable caption="受け取り方別の寄附" first="受け取った科目" sums={ways} {...sums} /></Part>
      <Part title="きっかけ別"><GiftSumTable caption="きっかけ別の寄附" first="きっかけ" sums={channels} {...sums} /></Part>
      <Part title="1件の額" note="取り消した寄附と、戸別などでまとめて受けた寄附を除いた、1件ごとの額です。">
        <ReportTableView table={bracketTable(year)} isRefreshing={isRefreshing} />
        <ReportTableView table={controlTable(year)} isRefreshing={isRefreshing} />
      </Part>
      <Part title="寄附者の継続・新規" note="名簿にある寄附者を1人（1団体）ずつ、年度の全体で数えます。">
        <ReportTableView table={retentionTable(year)} isRefreshing={isRefreshing} />
        <GiverLinks year={year} />
      </Part>
      <Part title="基金の受入れと使用"><ReportTableView table={fundTable(year)} isRefreshing={isRefreshing} /></Part>
      <UseReports year={year} />
      {goodsTables(year).some(({ rows }) => rows.length > 0) && (
        <Part title="善意銀行の物品" note="帳簿に載らない物品の数です。">
          {goodsTables(year).map((table) => <ReportTableView key={table.title} table={table} isRefreshing={isRefreshing} />)}
        </Part>
      )}
    </>
  )
}

function Part({ title, note, children }: { readonly title: string; readonly note?: string; readonly children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <div>
        <h2 className="text-[1.25rem] font-bold">{title}</h2>
        {note !== undefined && <p className="text-[0.875rem] text-ink-sub">{note}</p>}
      </div>
      {children}
    </section>
  )
}

/** Who they are. */
function GiverLinks({ year: { cut: { postedUntil } } }: { year: DonationYear }) {
  const standings = [['retained', '継続した人'], ['returned', '復帰した人'], ['new', '新しい人'], ['lybunt', '前年度だけの人']] as const
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 print-hidden">
      {standings.map(([standing, name]) => <AppLink key={standing} to="/executive/givers" search={{ standing, postedUntil }}>{name}の一覧</AppLink>)}
    </p>
  )
}

/** 使途の報告 that were published. */
function UseReports({ year: { reports } }: { year: DonationYear }) {
  if (reports.length === 0) return null
  return (
    <Part title="使いみちの報告" note="公表した報告です。使った額は公表したときの帳簿の額です。">
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
    </Part>
  )
}
