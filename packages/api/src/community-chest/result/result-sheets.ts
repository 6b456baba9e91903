import type { WorkbookColumn, WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { householdBasisNames } from '@sasaeai/domain/area/household-basis'
import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { type CampaignResult, methodRows } from '@sasaeai/domain/community-chest/result/campaign-result'
import { type AreaRow, areaRows, householdsOfRows, sumOfAreas } from '@sasaeai/domain/community-chest/result/result-areas'
import { resultNotes } from '@sasaeai/domain/community-chest/result/result-words'
import { amountCells, cellsByYear, householdCells, methodCells, methodTotalCells, type ResultCell, yearCells } from './result-cells.ts'

/** 募金実績 as the sheets of a workbook: methods, areas down to the lowest, the years, and what the figures mean. */
export function resultSheets(result: CampaignResult): WorkbookSheet[] {
  return [methodSheet(result), areaSheet(result), ...(result.shownYears > 1 ? [yearSheet(result)] : []), noteSheet(result)]
}

const yenColumn = (heading: string): WorkbookColumn => ({ heading: `${heading}（円）`, kind: 'yen' })
const amountColumns: readonly WorkbookColumn[] = [yenColumn('目標額'), yenColumn('実績額'), { heading: '達成率' }, yenColumn('前年'), { heading: '前年比' }, yenColumn('増減')]

function methodSheet(result: CampaignResult): WorkbookSheet {
  return {
    name: '方法別',
    columns: [{ heading: '募金方法' }, { heading: '件数' }, ...amountColumns, { heading: '構成比' }, { heading: '全国の構成比（R5）' }],
    rows: methodRows(result).map((row) => [row.name, ...methodCells(result, row)]),
    total: ['計', ...methodTotalCells(result)],
  }
}

function areaSheet(result: CampaignResult): WorkbookSheet {
  const rows = areaRows(result)
  const { households: basis } = result
  const counted = basis === null ? '世帯数' : `${householdBasisNames[basis.basis]}（${formatLocalDateShort(basis.asOf)}）`
  const earlier = result.shownYears > 1 ? [...yearColumns(result), { heading: '前年比（年度）' }] : []
  return {
    name: '校区別',
    columns: [
      { heading: 'コード' }, { heading: '校区' }, { heading: '名称' }, ...amountColumns,
      { heading: counted, kind: 'count' }, yenColumn('1世帯当たり'), { heading: '戸別比率' }, ...earlier,
    ],
    rows: rows.flatMap((row) => lowestLines(result, row, row.part === 'area' ? row.name : '')),
    total: ['', '', '計', ...cellsOf(result, { ...sumOfAreas(rows), households: householdsOfRows(rows) })],
  }
}

function yearColumns({ years, shownYears }: CampaignResult): WorkbookColumn[] {
  return years.slice(0, shownYears).map(({ fiscalYear }) => yenColumn(formatFiscalYear(fiscalYear))).toReversed()
}

function lowestLines(result: CampaignResult, row: AreaRow, district: string): ResultCell[][] {
  if (row.children.length > 0) return row.children.flatMap((child) => lowestLines(result, child, district))
  return [[row.code, district, row.name, ...cellsOf(result, row)]]
}

function cellsOf(result: CampaignResult, row: Parameters<typeof householdCells>[1]): ResultCell[] {
  return [...amountCells(result, row), ...householdCells(result, row), ...(result.shownYears > 1 ? yearCells(result, row) : [])]
}

function yearSheet(result: CampaignResult): WorkbookSheet {
  return {
    name: '年度別',
    columns: [{ heading: '年度' }, { heading: 'いつまで', kind: 'date' }, yenColumn('目標額'), yenColumn('実績額'), { heading: '達成率' }, { heading: '前年比' }],
    rows: cellsByYear(result).map(({ year, cells }) => [formatFiscalYear(year.fiscalYear), year.until, ...cells]),
  }
}

function noteSheet(result: CampaignResult): WorkbookSheet {
  return { name: '注', columns: [{ heading: '集計のしかた' }], rows: resultNotes(result).map((note) => [note]) }
}
