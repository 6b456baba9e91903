import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { localDate } from '@sasaeai/domain/calendar/local-date'
import type { SupporterId } from '@sasaeai/domain/ids'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import type { YearRun } from '@sasaeai/domain/ledger/year-run'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { type Column, DataTable } from '@sasaeai/ui/data-table'
import { TextLink } from '@sasaeai/ui/text-link'
import { entriesHref } from '../../../app/entries-href.ts'
import type { SupporterMoney } from './supporter-money-part.tsx'

type YearSum = SupporterMoney['sums'][number]

interface MoneyYear {
  readonly year: number
  readonly sums: readonly YearSum[]
}

interface MoneyByYearProps {
  readonly supporterId: SupporterId
  readonly run: YearRun
  readonly sums: readonly YearSum[]
  readonly isRefreshing: boolean
}

/** Years in lines, kinds of money in columns. Each figure opens exactly the postings that it is the sum of. */
export function MoneyByYear({ supporterId, run, sums, isRefreshing }: MoneyByYearProps) {
  const rows = [...Map.groupBy(sums, ({ year }) => year)].map(([year, ofYear]): MoneyYear => ({ year, sums: ofYear }))
  const kinds = [...new Map(sums.map((sum) => [kindOf(sum), sum])).values()]
  const columns: Column<MoneyYear>[] = [
    { id: 'year', header: run === 'calendar' ? '年' : '年度', isRowHeader: true, cell: ({ year }) => yearName(run, year), footer: '合計' },
    {
      id: 'total', header: '合計', align: 'end',
      cell: (row) => <Sum sums={row.sums} filter={{ supporterId, ...timeOf(run, row.year) }} />,
      footer: <Sum sums={sums} filter={{ supporterId }} />,
    },
    { id: 'times', header: '件数', align: 'end', cell: (row) => timesOf(row.sums), footer: timesOf(sums) },
    ...kinds.map((kind): Column<MoneyYear> => {
      const filter = { supporterId, fundingSourceId: kind.fundingSourceId, duesKindId: kind.duesKindId ?? undefined }
      const ofKind = (all: readonly YearSum[]) => all.filter((sum) => kindOf(sum) === kindOf(kind))
      return {
        id: kindOf(kind), header: kind.duesKindName ?? kind.sourceName, align: 'end',
        cell: (row) => <Sum sums={ofKind(row.sums)} filter={{ ...filter, ...timeOf(run, row.year) }} />,
        footer: <Sum sums={ofKind(sums)} filter={filter} />,
      }
    }),
  ]
  return <DataTable caption="年ごとの合計" columns={columns} rows={rows} rowKey={({ year }) => String(year)} phone="cards" isRefreshing={isRefreshing} />
}

function Sum({ sums, filter }: { readonly sums: readonly YearSum[]; readonly filter: Partial<PostingFilter> }) {
  if (sums.length === 0) return '—'
  return <TextLink href={entriesHref(filter)}>{formatYen(sumYen(sums.map(({ amountYen }) => amountYen)))}</TextLink>
}

function timesOf(sums: readonly YearSum[]): string {
  return sums.reduce((total, { times }) => total + times, 0).toLocaleString('ja-JP')
}

function kindOf({ fundingSourceId, duesKindId }: YearSum): string {
  return `${fundingSourceId} ${duesKindId ?? ''}`
}

function yearName(run: YearRun, year: number): string {
  return run === 'calendar' ? `${year}年` : formatFiscalYear(fiscalYear(year))
}

function timeOf(run: YearRun, year: number): Partial<PostingFilter> {
  return run === 'calendar' ? { from: localDate(`${year}-01-01`), to: localDate(`${year}-12-31`) } : { fiscalYear: fiscalYear(year) }
}
