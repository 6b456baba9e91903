import type { WorkbookColumn } from '@sasaeai/documents/write-workbook'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { entryKindNames } from '@sasaeai/domain/ledger/entry-draft'
import type { PostingFilter } from '@sasaeai/domain/ledger/posting-filter'
import { fail, type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { type ExportedFile, excelFile } from '../document/excel-file.ts'
import { momentSheets } from '../document/moment-sheet.ts'
import { notePostingExport } from './export-postings.ts'
import type { PostingRow } from './posting-list-queries.ts'
import { mostSheetLines, readAllPostings } from './read-all-postings.ts'

const columns: readonly WorkbookColumn[] = [
  { heading: '年度', kind: 'number' }, { heading: '伝票番号', kind: 'count' }, { heading: '日付', kind: 'date' }, { heading: '種類' }, { heading: '科目' }, { heading: '財源' },
  { heading: '運動' }, { heading: '会員種別' }, { heading: '募金方法' }, { heading: '使途・基金' }, { heading: '地域' }, { heading: '支援者番号', kind: 'number' }, { heading: '支援者' },
  { heading: '件数', kind: 'count' }, { heading: '金額（円）', kind: 'yen' }, { heading: '摘要' }, { heading: '理由' },
]

/** The list as the filter narrows it as an Excel workbook, with its sum. Whoever takes it leaves a trace, as with the CSV. */
export async function exportPostingSheet(deps: Deps, actor: Actor, filter: PostingFilter): Promise<Outcome<ExportedFile, 'posting_list_too_long'>> {
  const list = await readAllPostings(deps, filter)
  if (list === null) return fail('posting_list_too_long', { about: mostSheetLines.toLocaleString('ja-JP') })
  const rows = list.rows.map(cellsOf)
  const total = [null, null, null, `合計 ${rows.length}行`, ...Array.from({ length: 7 }, () => ''), null, '', null, list.totalYen, '', '']
  const file = await excelFile(`仕訳・明細_${localDateInTokyo(deps.now())}`, [{ name: '仕訳・明細', columns, rows, total }, ...momentSheets(filter.postedUntil)])
  await notePostingExport(deps, actor, { filter, encoding: 'xlsx', count: rows.length })
  return succeed(file)
}

function cellsOf(row: PostingRow): (string | number | null)[] {
  const { source, campaign, duesKind, method, fund, area, supporter } = row
  return [
    row.fiscalYear, row.entryNumber, row.entryDate, entryKindNames[row.kind], row.account, ...[source, campaign, duesKind, method, fund, area].map((name) => name ?? ''),
    supporter?.number ?? null, supporter?.name ?? '', row.count, row.amountYen, row.description, row.reason,
  ]
}
