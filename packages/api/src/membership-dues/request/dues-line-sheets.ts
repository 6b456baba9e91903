import type { WorkbookColumn, WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { DuesRequestId } from '@sasaeai/domain/ids'
import type { LinePayer } from '@sasaeai/domain/membership-dues/request/dues-request-payer'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import type { ListSheets } from '../../document/list-sheets.ts'
import { type DuesLine, listDuesLines } from './list-dues-lines.ts'

const columns: readonly WorkbookColumn[] = [
  { heading: '納入番号', kind: 'count' },
  { heading: '地域コード' },
  { heading: '地域' },
  { heading: '支援者番号', kind: 'count' },
  { heading: '会員' },
  { heading: '世帯数', kind: 'count' },
  { heading: '口数', kind: 'count' },
  { heading: '目安（円）', kind: 'yen' },
  { heading: '目安額（円）', kind: 'yen' },
  { heading: '前年の目安額（円）', kind: 'yen' },
  { heading: '前年の納入額（円）', kind: 'yen' },
  { heading: '手直しの理由' },
]

const payerSheets: readonly { readonly payer: LinePayer; readonly name: string }[] = [
  { payer: 'area', name: '自治会など' },
  { payer: 'member', name: '会員' },
]

/** More payers than any council has. */
const everybody = 1_000_000

/** 納入のお願い of a kind: the associations and the members that are asked, a sheet each; null when it is not there. */
export async function requestLineSheets(deps: Deps, requestId: DuesRequestId): Promise<ListSheets | null> {
  const request = await deps.db.prisma.duesRequest.findUnique({ where: { id: requestId }, include: { duesKind: { select: { name: true } } } })
  if (request === null) return null
  const pages = await Promise.all(
    payerSheets.map(async ({ payer, name }) => {
      const { rows } = await listDuesLines(deps, { requestId, payer, text: '', adjustedOnly: false, cursor: null, limit: everybody })
      return { name, payer, rows }
    }),
  )
  const used = pages.filter(({ rows }) => rows.length > 0)
  return {
    name: `納入のお願い_${request.duesKind.name}_${formatFiscalYear(fiscalYear(request.fiscalYear))}`,
    // A workbook has a sheet, even where nobody is asked.
    sheets: (used.length > 0 ? used : pages.slice(0, 1)).map(({ name, rows }) => sheetOf(name, rows)),
    isPersonal: used.some(({ payer }) => payer === 'member'),
  }
}

function sheetOf(name: string, rows: readonly DuesLine[]): WorkbookSheet {
  const counted = rows.filter(({ isWithinArea }) => !isWithinArea)
  const count = (figure: (line: DuesLine) => number | null) => counted.reduce((sum, line) => sum + (figure(line) ?? 0), 0)
  return {
    name,
    columns,
    rows: rows.map((line) => [
      line.slipNumber, line.areaCode ?? '', line.areaName ?? '', line.member?.number ?? null, line.member?.name ?? '', line.households, line.units,
      line.unitYen, line.expectedYen, line.lastExpectedYen, line.lastReceivedYen, line.adjustmentReason,
    ]),
    total: [
      null, '', `合計 ${rows.length}件`, null, counted.length < rows.length ? '（自治会の額に含まれる会員を除く）' : '', count((line) => line.households),
      count((line) => line.units), null, sumYen(counted.map(({ expectedYen }) => expectedYen)), sumYen(counted.flatMap(({ lastExpectedYen }) => (lastExpectedYen === null ? [] : [lastExpectedYen]))),
      sumYen(counted.map(({ lastReceivedYen }) => lastReceivedYen)), '',
    ],
  }
}
