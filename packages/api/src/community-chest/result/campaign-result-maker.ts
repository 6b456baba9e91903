import type { ListColumn } from '@sasaeai/documents/papers/list-paper'
import type { TablePart } from '@sasaeai/documents/papers/table-part'
import { setTablesPaper } from '@sasaeai/documents/papers/tables-paper'
import { formatFiscalYear, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { type CampaignResult, methodRows, totalOfResult } from '@sasaeai/domain/community-chest/result/campaign-result'
import { type AreaFigures, type AreaRow, areaRows, householdsOfRows, sumOfAreas } from '@sasaeai/domain/community-chest/result/result-areas'
import { resultNotes, resultPeriod, scopeName } from '@sasaeai/domain/community-chest/result/result-words'
import { campaignResultOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { formatYenDelta, yen } from '@sasaeai/domain/money/yen'
import { succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { readCampaignResult } from './campaign-result-query.ts'
import { amountCells, cellsByYear, householdCells, methodCells, methodTotalCells, type ResultCell, yearCells } from './result-cells.ts'

/** 募金実績 on A4: methods, the years where several are asked for, and 校区 with or without their 自治会. */
export const campaignResultMaker = paperMaker('campaign_result', campaignResultOrderSchema, {
  title: async (_deps, { fiscalYear }) => succeed(`${formatFiscalYear(fiscalYear)} 募金実績`),
  async make(desk, { kind: _kind, withAssociations, until = desk.day, ...asked }) {
    await desk.expect(1)
    const result = await readCampaignResult(desk.deps, { ...asked, until })
    const name = `${formatFiscalYear(asked.fiscalYear)}　${scopeName(result.scope, result.campaigns)}の実績`
    const parts = [methodPart(result), yearPart(result), areaPart(result, withAssociations)]
    await noteMissingCharacters(desk, parts.flatMap(({ rows }) => rows.map((row) => ({ subject: row[0] ?? '', words: row }))))
    const bytes = await setTablesPaper({
      ...(await readPaperHead(desk, { title: name, day: until })),
      heading: name,
      notes: [resultPeriod(result)],
      parts,
      footnotes: resultNotes(result),
    })
    await desk.advance()
    return { fileName: `募金実績_${formatFiscalYear(asked.fiscalYear)}_${until}.pdf`, mediaType: pdfType, bytes }
  },
})

const figure = (heading: string, mm: number): ListColumn => ({ heading, mm, side: 'end' })
const amountColumns = [figure('目標額', 20), figure('実績額', 20), figure('達成率', 14.5), figure('前年', 20), figure('前年比', 14.5), figure('増減', 20)]

/** Amounts with △ and thousands; what cannot be told as "—". */
function words(cells: readonly ResultCell[]): string[] {
  return cells.map((cell) => (cell === null ? '—' : typeof cell === 'number' ? formatYenDelta(yen(cell)) : cell))
}

function methodPart(result: CampaignResult): TablePart {
  return {
    title: '方法別（円）',
    columns: [{ heading: '募金方法', fr: 1 }, figure('件数', 21), ...amountColumns, figure('構成比', 14), figure('全国', 12.5)],
    rows: methodRows(result).map((row) => [row.name, ...words(methodCells(result, row))]),
    total: ['計', ...words(methodTotalCells(result))],
  }
}

/** Several years side by side, by method, and each against its own goal. */
function yearPart(result: CampaignResult): TablePart {
  const years = cellsByYear(result)
  const total = totalOfResult(result)
  const line = (name: string, place: number) => [name, ...years.map(({ cells }) => words([cells[place] ?? null])[0] ?? ''), '']
  return {
    title: '年度別（円）',
    columns: [{ heading: '募金方法', fr: 1 }, ...years.map(({ year }) => figure(formatFiscalYear(year.fiscalYear), 26)), figure('前年比', 15)],
    rows:
      result.shownYears === 1
        ? []
        : [
            ...methodRows(result).map((row) => [row.name, ...words(yearCells(result, row))]),
            ['計', ...words(yearCells(result, total))],
            line('目標額', 0),
            line('達成率', 2),
            ['集計した日まで', ...years.map(({ year }) => formatLocalDateShort(year.until)), ''],
          ],
    total: null,
  }
}

function areaPart(result: CampaignResult, withAssociations: boolean): TablePart {
  const rows = areaRows(result)
  const cells = (row: AreaFigures & Pick<AreaRow, 'households'>) => words([...amountCells(result, row), ...householdCells(result, row)])
  const lines = (some: readonly AreaRow[]): string[][] =>
    some.flatMap((row) => [[`${'　'.repeat(row.depth)}${row.name}`, ...cells(row)], ...(withAssociations ? lines(row.children) : [])])
  return {
    title: withAssociations ? '校区・自治会別（円）' : '校区別（円）',
    columns: [{ heading: '地域', fr: 1 }, ...amountColumns, figure('世帯数', 14.5), figure('1世帯', 12), figure('戸別', 14.5)],
    rows: lines(rows),
    total: ['計', ...cells({ ...sumOfAreas(rows), households: householdsOfRows(rows) })],
  }
}
