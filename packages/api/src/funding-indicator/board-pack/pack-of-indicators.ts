import { type FiscalYear, fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { PackBlock } from '@sasaeai/domain/funding-indicator/board-pack/board-pack'
import { formatAttained, formatIndicatorValue } from '@sasaeai/domain/funding-indicator/indicator/format-indicator'
import { indicatorGradeNames } from '@sasaeai/domain/funding-indicator/indicator/indicator-kind'
import type { ReportTable } from '@sasaeai/domain/funding-indicator/report-table'
import type { Deps } from '../../deps.ts'
import type { ReportMoment } from '../../ledger/report-moment.ts'
import { readIndicatorValues } from '../indicator/read-indicator-values.ts'

/** So many years of an indicator stand beside each other. */
const yearsShown = 3

/** 財源確保指標 of the year with target, 評価 and 次期への課題, and by which version of its definition each is measured. */
export async function packOfIndicators(deps: Deps, year: FiscalYear, at: ReportMoment): Promise<PackBlock[]> {
  const indicators = (await readIndicatorValues(deps, { years: { first: fiscalYear(year - yearsShown + 1), last: year }, at })).filter(({ closedOn }) => closedOn === null)
  if (indicators.length === 0) return []
  const rows = indicators.map(({ name, values, ...look }) => {
    const now = values.at(-1)
    return { name, now, values: values.map(({ value }) => formatIndicatorValue(value, look)), target: formatIndicatorValue(now?.target ?? null, look) }
  })
  const reviewed = rows.flatMap(({ name, now }) => (now?.review == null ? [] : [{ name, review: now.review }]))
  const years = indicators[0]?.values.map((each) => formatFiscalYear(each.fiscalYear)) ?? []
  const tables: ReportTable[] = [
    {
      title: '財源確保指標',
      columns: [
        { heading: '指標', kind: 'text' }, ...years.map((heading) => ({ heading, kind: 'rate' as const })), { heading: '時点', kind: 'text' },
        { heading: '目標', kind: 'rate' }, { heading: '達成率', kind: 'rate' }, { heading: '定義', kind: 'rate' },
      ],
      rows: rows.map(({ name, now, values, target }) => [
        name, ...values, now?.asOfLabel ?? '', target, formatAttained(now?.attainment ?? null), now?.versionNumber == null ? '—' : `第${now.versionNumber}版`,
      ]),
      total: null,
    },
    {
      title: '評価と次期への課題',
      columns: [{ heading: '指標', kind: 'text' }, { heading: '評価', kind: 'rate' }, { heading: '評価の内容', kind: 'text' }, { heading: '次期への課題', kind: 'text' }],
      rows: reviewed.map(({ name, review }) => [name, review.grade === null ? '—' : indicatorGradeNames[review.grade], review.assessment, review.nextIssue]),
      total: null,
    },
  ]
  return tables.flatMap((table): PackBlock[] => (table.rows.length === 0 ? [] : [{ kind: 'table', table }]))
}
