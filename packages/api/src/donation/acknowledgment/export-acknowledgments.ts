import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { AcknowledgmentListInput } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-list-input'
import { donationKindNames } from '@sasaeai/domain/donation/gift/donation-kind'
import type { Actor, Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { recordDonationExport } from '../record-donation-export.ts'
import { listAcknowledgments } from './list-acknowledgments.ts'

/** 芳名録 as an Excel file, as it is printed: nothing in it that a giver did not agree to. */
export async function exportAcknowledgments(deps: Deps, actor: Actor, { format, ...input }: AsFile<AcknowledgmentListInput>): Promise<ExportOutcome> {
  const { gifts } = await listAcknowledgments(deps, input)
  const name = `芳名録_${formatLocalDate(input.from)}_${formatLocalDate(input.to)}`
  const columns = [{ heading: '芳名' }, { heading: '金額・品名' }, { heading: '種類' }, { heading: '地域' }, { heading: '受領日', kind: 'date' }] as const
  const rows = gifts.map(({ name: giver, given, kind, areaName, receivedOn }) => [giver, given, donationKindNames[kind], areaName, receivedOn])
  const written = await tableFile(name, [{ name: '芳名録', columns, rows, total: [`合計 ${gifts.length}件`, '', '', '', ''] }], format)
  if (written.ok) await recordDonationExport(deps, actor, { name, rows: gifts.length })
  return written
}
