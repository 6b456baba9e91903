import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { thresholdPurposeNames } from '@sasaeai/domain/donation/threshold/donation-threshold-details'
import type { Actor, Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { recordDonationExport } from '../record-donation-export.ts'
import { listThresholdAlerts } from './list-threshold-alerts.ts'

/** Who reached which threshold, as an Excel file. */
export async function exportThresholdAlerts(deps: Deps, actor: Actor, { fiscalYear, format }: AsFile<{ fiscalYear: FiscalYear }>): Promise<ExportOutcome> {
  const alerts = await listThresholdAlerts(deps, fiscalYear)
  const name = `報告・感謝状_${formatFiscalYear(fiscalYear)}`
  const columns = [
    { heading: '基準' }, { heading: '知らせること' }, { heading: '基準額（円）', kind: 'yen' }, { heading: '支援者番号', kind: 'count' }, { heading: '寄附者' },
    { heading: '金額（円）', kind: 'yen' }, { heading: '寄附の日', kind: 'date' }, { heading: '対応した日', kind: 'date' }, { heading: '備考' },
  ] as const
  const rows = alerts.map((alert) => [
    alert.thresholdName, thresholdPurposeNames[alert.purpose], alert.thresholdYen, alert.supporterNumber, alert.supporterName ?? '匿名', alert.amountYen,
    alert.givenOn, alert.doneOn, alert.doneNote,
  ])
  const written = await tableFile(name, [{ name: '報告・感謝状', columns, rows, total: [`合計 ${alerts.length}件`, '', null, null, '', null, null, null, ''] }], format)
  if (written.ok) await recordDonationExport(deps, actor, { name, rows: alerts.length })
  return written
}
