import { fundingCategoryNames } from '../../ledger/funding-category.ts'
import { formatYearOnYear } from '../../money/ratio.ts'
import type { ReportCell, ReportColumn, ReportTable } from '../report-table.ts'
import { type ComparedFigures, differenceOf, splitDifference, wholeOfParts } from './difference.ts'
import { type DifferencePart, type Explanation, wayNames } from './explanation.ts'

/** 増減の内訳 by method or kind of membership, and by area; a difference without parts has no table. */
export function explanationTables(explanation: Explanation): ReportTable[] {
  const { ways, wayKind, areas, areaTypeName } = explanation
  const of = placeOf(explanation)
  const tables = [
    ...(wayKind === null ? [] : [partsTable(`${of}の${wayNames[wayKind]}ごとの増減`, wayNames[wayKind], ways)]),
    partsTable(`${of}の${areaTypeName}別の増減`, areaTypeName, areas),
  ]
  return tables.filter(({ rows }) => rows.length > 0)
}

/** What is looked at: 「共同募金（日吉校区・戸別募金）」 */
export function placeOf({ category, path, way }: Pick<Explanation, 'category' | 'path' | 'way'>): string {
  const within = [path.at(-1)?.name, way?.name].filter((name) => name !== undefined).join('・')
  return `${fundingCategoryNames[category]}${within === '' ? '' : `（${within}）`}`
}

/** Adds up to the whole; where all is counted alike, count and average are told apart. */
function partsTable(title: string, heading: string, parts: readonly DifferencePart<unknown>[]): ReportTable {
  const counters = new Set(parts.map(({ counter }) => counter))
  const [counter = null] = counters
  const isCounted = counters.size === 1 && counter !== null
  const cells = (name: string, figures: ComparedFigures): ReportCell[] => [name, ...moneyCells(figures), ...(isCounted ? countCells(figures) : [])]
  return {
    title,
    columns: [{ heading, kind: 'text' }, ...moneyColumns, ...(isCounted ? countColumns(counter) : [])],
    rows: parts.map((part) => cells(part.name, part)),
    total: cells('計', wholeOfParts(parts)),
  }
}

const moneyColumns: readonly ReportColumn[] = [
  { heading: '今年度（円）', kind: 'yen' }, { heading: '前年同日（円）', kind: 'yen' }, { heading: '増減（円）', kind: 'yen' }, { heading: '前年比', kind: 'rate' },
]

function moneyCells(figures: ComparedFigures): ReportCell[] {
  return [figures.thisYen, figures.lastYen, differenceOf(figures), formatYearOnYear(figures.thisYen, figures.lastYen)]
}

function countColumns(counter: string): ReportColumn[] {
  return [
    { heading: `今年度の${counter}数`, kind: 'count' }, { heading: `前年同日の${counter}数`, kind: 'count' },
    { heading: `今年度の1${counter}（円）`, kind: 'yen' }, { heading: `前年同日の1${counter}（円）`, kind: 'yen' },
    { heading: `${counter}数による（円）`, kind: 'yen' }, { heading: `1${counter}当たりによる（円）`, kind: 'yen' },
  ]
}

function countCells(figures: ComparedFigures): ReportCell[] {
  const split = splitDifference(figures)
  return [figures.thisCount, figures.lastCount, split?.thisAverageYen ?? null, split?.lastAverageYen ?? null, split?.byCountYen ?? null, split?.byAverageYen ?? null]
}
