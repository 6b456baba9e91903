import type { WorkbookColumn } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { totalCostYen } from '@sasaeai/domain/donation/gift/total-cost'
import { outreachKindNames } from '@sasaeai/domain/membership-dues/outreach/outreach-kind'
import type { OutreachListInput } from '@sasaeai/domain/membership-dues/outreach/outreach-input'
import type { Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { listOutreach } from './list-outreach.ts'

/** The records of a year as an Excel workbook. */
export async function exportOutreach(deps: Deps, { format, ...input }: AsFile<OutreachListInput>): Promise<ExportOutcome> {
  const { fiscalYear, nextYear, events } = await listOutreach(deps, input, await readReportMoment(deps, input.postedUntil))
  const columns: WorkbookColumn[] = [
    { heading: '日付', kind: 'date' },
    { heading: '種類' },
    { heading: '題名' },
    { heading: '地域・団体' },
    { heading: '場所' },
    { heading: '職員' },
    { heading: '参加人数', kind: 'count' },
    { heading: 'きっかけ' },
    { heading: '費用（円）', kind: 'yen' },
    { heading: '内容' },
    { heading: `${formatFiscalYear(fiscalYear)}の会費（円）`, kind: 'yen' },
    { heading: `${formatFiscalYear(nextYear)}の会費（円）`, kind: 'yen' },
    { heading: '差（円）', kind: 'yen' },
  ]
  const rows = events.map(({ heldOn, kind, title, areaName, supporterName, place, staff, attendees, channelName, costYen, summary, dues }) => [
    heldOn, outreachKindNames[kind], title, supporterName ?? areaName ?? '', place, staff, attendees, channelName ?? '', costYen, summary,
    dues?.yearYen ?? null, dues?.nextYen ?? null, dues === null || dues.nextYen === null ? null : dues.nextYen - dues.yearYen,
  ])
  const attendees = events.reduce((sum, event) => sum + (event.attendees ?? 0), 0)
  const total = ['', '', `${events.length}件`, '', '', '参加者の計', attendees, '', totalCostYen(events), '', null, null, null]
  const yearName = formatFiscalYear(fiscalYear)
  return tableFile(`説明会の記録_${yearName}`, [{ name: '説明会の記録', columns, rows, total }, ...momentSheets(input.postedUntil)], format)
}
