import type { WorkbookColumn, WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { StatutoryPaperInput } from '@sasaeai/domain/funding-indicator/statutory-paper/statutory-paper-input'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import type { Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { readGiftSchedule } from './read-gift-schedule.ts'
import { readSubsidySchedule } from './read-subsidy-schedule.ts'
import { controlLines, giftSheet, type ScheduleSheet, subsidySheet } from './schedule-tables.ts'

const controlColumns: readonly WorkbookColumn[] = [
  { heading: '明細書' }, { heading: '科目' }, { heading: '帳簿の額（円）', kind: 'yen' }, { heading: '明細書の額（円）', kind: 'yen' }, { heading: '差（円）', kind: 'yen' }, { heading: '明細書にない財源' },
]

/** Both schedules, and how they agree with the ledger, as an Excel file. They name no giver, so that the export leaves no trace in the audit log. */
export async function exportStatutoryPapers(deps: Deps, { format, ...input }: AsFile<StatutoryPaperInput>): Promise<ExportOutcome> {
  const at = await readReportMoment(deps, input.postedUntil)
  const [gifts, { schedule: subsidies }] = await Promise.all([readGiftSchedule(deps, input, at), readSubsidySchedule(deps, input, at)])
  const year = formatFiscalYear(input.fiscalYear)
  return tableFile(`附属明細書_${year}`, [
    sheetOf('別紙3② 寄附金収益明細書', giftSheet(gifts)),
    sheetOf('別紙3③ 補助金事業等収益明細書', subsidySheet(subsidies)),
    {
      name: '帳簿との照合', columns: controlColumns,
      rows: [
        ...controlLines(gifts.controls).map((line) => ['別紙3②', ...line]),
        ...controlLines(subsidies.controls).map((line) => ['別紙3③', ...line]),
        [input.postedUntil === undefined ? `${year}　今の帳簿` : `${year}　${postedUntilWords(input.postedUntil)}`, '', null, null, null, ''],
      ],
    },
  ], format)
}

function sheetOf(name: string, { wordHeadings, figureHeadings, sites, lines }: ScheduleSheet): WorkbookSheet {
  const cells = lines.map(({ words, figures }) => [...words, ...figures])
  return {
    name,
    columns: [
      ...wordHeadings.map((heading) => ({ heading })),
      ...figureHeadings.map((heading): WorkbookColumn => (heading === '件数' ? { heading, kind: 'count' } : { heading: `${heading}（円）`, kind: 'yen' })),
      ...sites.map((heading): WorkbookColumn => ({ heading: `${heading}（円）`, kind: 'yen' })),
    ],
    rows: cells.slice(0, -1),
    total: cells.at(-1),
  }
}
