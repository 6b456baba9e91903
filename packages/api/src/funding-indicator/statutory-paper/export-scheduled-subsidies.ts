import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { ScheduledSubsidiesAsked } from '@sasaeai/domain/funding-indicator/statutory-paper/statutory-paper-input'
import type { Actor, Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { recordExport } from '../../user/record-export.ts'
import { listScheduledSubsidies } from './list-scheduled-subsidies.ts'

/** More entries than any year has. */
const everyEntry = 1_000_000

/** The entries behind a figure of 補助金事業等収益明細書. Their words may name people, so whoever takes them leaves a trace, as with all entries. */
export async function exportScheduledSubsidies(deps: Deps, actor: Actor, { format, ...asked }: AsFile<ScheduledSubsidiesAsked>): Promise<ExportOutcome> {
  const { rows, total } = await listScheduledSubsidies(deps, { ...asked, cursor: null, limit: everyEntry }, await readReportMoment(deps, asked.postedUntil))
  const name = `補助金事業等収益明細書の内訳_${formatFiscalYear(asked.fiscalYear)}`
  const written = await tableFile(name, [{
    name: '内訳',
    columns: [{ heading: '日付', kind: 'date' }, { heading: '伝票番号', kind: 'count' }, { heading: '財源' }, { heading: '摘要' }, { heading: '金額（円）', kind: 'yen' }],
    rows: rows.map((row) => [row.entryDate, row.entryNumber, row.sourceNames, row.description, row.amountYen]),
    total: [null, null, `合計 ${total.entries}件`, '', total.amountYen],
  }, ...momentSheets(asked.postedUntil)], format)
  if (written.ok) await recordExport(deps, actor, { action: 'ledger.export', subjectKind: 'ledger', subjectId: name, after: { name, rows: rows.length } })
  return written
}
