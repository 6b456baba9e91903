import { type Headline, headlineName } from '@sasaeai/domain/funding-indicator/executive/executive-page'
import { differenceOf } from '@sasaeai/domain/funding-indicator/executive/difference'
import { figureFilter, type FigureSubject } from '@sasaeai/domain/funding-indicator/figure-filter'
import type { FundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import { fundingCategoryNames } from '@sasaeai/domain/ledger/funding-category'
import { formatAttainment, formatYearOnYear } from '@sasaeai/domain/money/ratio'
import { formatYenDelta } from '@sasaeai/domain/money/yen'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { AppLink } from '../../../app/app-link.tsx'
import { FigureLink } from '../figure-link.tsx'
import type { ExecutiveSearch } from './executive-search.ts'
import { ForecastHelp } from './executive-words.tsx'

interface HeadlineTableProps {
  readonly cut: FundingCut
  readonly headlines: readonly Headline[]
  readonly search: ExecutiveSearch
}

/** 何が変わったか: every category against last year to the same day, its target, and where the year is expected to end. */
export function HeadlineTable({ cut, headlines, search }: HeadlineTableProps) {
  return (
    <section className="min-w-0">
      <h2 className="mb-1 text-[1.25rem] font-bold print:text-[0.875rem]">何が変わったか</h2>
      <DataTable caption="財源ごとの受入額と見込み" columns={columnsOf(cut, search)} rows={headlines} rowKey={headlineName} phone="cards" />
      <p className="mt-2 text-[0.8125rem] text-ink-sub print:text-[0.5938rem]">{forecastNote(headlines)}</p>
    </section>
  )
}

function forecastNote(headlines: readonly Headline[]): string {
  const years = [...new Set(headlines.flatMap(({ forecast }) => forecast?.years ?? []))].toSorted((left, right) => left - right)
  const [first] = years
  const last = years.at(-1)
  if (first === undefined || last === undefined) return '年度末の見込みは、比べられる過去の年度が2つ以上になると表示します。'
  return `年度末の見込み = 今年度の基準日まで ×（過去の年間合計 ÷ 過去の同日まで）。${formatFiscalYear(first)}から${formatFiscalYear(last)}までの実績を使い、幅は年度ごとに計算した最小と最大です。`
}

function columnsOf(cut: FundingCut, search: ExecutiveSearch): Column<Headline>[] {
  const subjectOf = ({ holding, category }: Headline): FigureSubject => (category === null ? { holding } : { category })
  return [
    {
      id: 'name', header: '財源', isRowHeader: true,
      cell: (row) => <span className={row.category === null ? 'font-bold whitespace-nowrap' : 'pl-4 font-normal whitespace-nowrap max-sm:pl-0'}>{headlineName(row)}</span>,
    },
    {
      id: 'now', header: '今年度（円）', align: 'end',
      cell: (row) => <FigureLink amountYen={row.thisYen} filter={figureFilter(cut, 'this', subjectOf(row))} label={`${headlineName(row)} 今年度`} />,
    },
    {
      id: 'last', header: '前年同日（円）', align: 'end',
      cell: (row) => <FigureLink amountYen={row.lastYen} filter={figureFilter(cut, 'last', subjectOf(row))} label={`${headlineName(row)} 前年同日`} />,
    },
    { id: 'difference', header: '増減（円）', align: 'end', cell: (row) => <Change headline={row} search={search} /> },
    { id: 'yearOnYear', header: '前年比', align: 'end', cell: (row) => formatYearOnYear(row.thisYen, row.lastYen) },
    {
      id: 'attainment', header: '達成率', align: 'end',
      cell: ({ attainment }) => (attainment === null ? '—' : formatAttainment(attainment.actualYen, attainment.targetYen)),
    },
    { id: 'forecast', header: '年度末の見込み（円）', align: 'end', help: <ForecastHelp />, cell: ({ forecast }) => (forecast === null ? '—' : (
      <>
        {formatYenDelta(forecast.amountYen)}
        <span className="block text-[0.8125rem] whitespace-nowrap text-ink-sub print:text-[0.5rem]">{formatYenDelta(forecast.lowYen)}～{formatYenDelta(forecast.highYen)}</span>
      </>
    )) },
  ]
}

/** The difference, and under it the way into it. */
function Change({ headline, search }: { headline: Headline; search: ExecutiveSearch }) {
  const { category } = headline
  const change = differenceOf(headline)
  const question = `なぜ${change < 0 ? '減った' : '増えた'}？`
  return (
    <>
      <strong>{formatYenDelta(change)}</strong>
      {category !== null && change !== 0 && (
        <AppLink to="/executive/why" search={{ ...search, category }} aria-label={`${question}（${fundingCategoryNames[category]}）`} className="block text-[0.875rem] whitespace-nowrap print-hidden">
          {question}
        </AppLink>
      )}
    </>
  )
}
