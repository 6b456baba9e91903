import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { DailyReportInput } from '@sasaeai/domain/intake/intake-inputs'
import type { Deps } from '../deps.ts'
import { momentSheets } from '../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../document/table-file.ts'
import { readReportMoment } from '../ledger/report-moment.ts'
import { readDailyReport } from './daily-report-query.ts'

/** 日計表 of a day: by kind and method, by batch, and what each account of money must hold of it. It names no giver. */
export async function exportDailyReport(deps: Deps, { day, postedUntil, format }: AsFile<DailyReportInput>): Promise<ExportOutcome> {
  const { kinds, batches, cash, totalYen } = await readDailyReport(deps, day, await readReportMoment(deps, postedUntil))
  return tableFile(`日計表_${day}`, [
    {
      name: '種類と方法',
      columns: [{ heading: '財源' }, { heading: '内訳' }, { heading: '方法' }, { heading: '明細', kind: 'count' }, { heading: '件数', kind: 'count' }, { heading: '金額（円）', kind: 'yen' }],
      rows: kinds.map((row) => [row.sourceName, row.detailName ?? '', row.methodName ?? '', row.slips, row.count, row.amountYen]),
      total: ['合計', '', '', null, null, totalYen],
    },
    {
      name: '受付',
      columns: [{ heading: '受付番号', kind: 'count' }, { heading: '地域' }, { heading: '持参者' }, { heading: '記帳' }, { heading: '件数', kind: 'count' }, { heading: '金額（円）', kind: 'yen' }],
      rows: batches.map((row) => [row.intakeNumber, row.areaName ?? '', row.bearer, row.postedByName, row.lines, row.amountYen]),
      total: [null, '合計', '', '', null, sumOf(batches)],
    },
    {
      name: '入金先（現金・預金の増減）',
      columns: [{ heading: '科目' }, { heading: '帳簿' }, { heading: '金額（円）', kind: 'yen' }],
      rows: cash.map((row) => [row.accountName, row.book === 'branch' ? '支会の帳簿' : '社協の帳簿', row.amountYen]),
      total: ['合計', '', sumOf(cash)],
    },
    ...momentSheets(postedUntil),
  ], format)
}

function sumOf(rows: readonly { readonly amountYen: number }[]): number {
  return rows.reduce((sum, { amountYen }) => sum + amountYen, 0)
}
