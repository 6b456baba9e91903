import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { donationKindNames } from '@sasaeai/domain/donation/gift/donation-kind'
import { instalmentStateNames, instalmentStateOn } from '@sasaeai/domain/donation/pledge/instalment-state'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { Actor, Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { recordDonationExport } from '../record-donation-export.ts'
import { listPledges } from './pledge-queries.ts'

/** Every instalment of every promise, as an Excel file. */
export async function exportPledges(deps: Deps, actor: Actor, { format }: ExportAsking): Promise<ExportOutcome> {
  const pledges = await listPledges(deps)
  const today = localDateInTokyo(deps.now())
  const lines = pledges.flatMap((pledge) => pledge.instalments.map((instalment) => ({ ...pledge, ...instalment })))
  const name = '寄附の予約'
  const columns = [
    { heading: '支援者番号', kind: 'count' }, { heading: '支援者' }, { heading: '電話' }, { heading: '種類' }, { heading: '使いみち' }, { heading: '申込日', kind: 'date' }, { heading: '回', kind: 'count' },
    { heading: '予定日', kind: 'date' }, { heading: '予定額（円）', kind: 'yen' }, { heading: '受領額（円）', kind: 'yen' }, { heading: '受領日', kind: 'date' }, { heading: '状況' }, { heading: '備考' },
  ] as const
  const rows = lines.map((line) => [
    line.supporterNumber, line.supporterName, line.phone, donationKindNames[line.kind], line.fundName ?? '', line.pledgedOn, line.sequence, line.plannedOn, line.plannedYen,
    line.receivedYen, line.receivedOn, instalmentStateNames[instalmentStateOn(line, today)], line.note,
  ])
  const total = [
    null, `合計 ${pledges.length}件`, '', '', '', null, lines.length, null, sumYen(lines.map(({ plannedYen }) => plannedYen)), sumYen(lines.map(({ receivedYen }) => receivedYen)), null, '', '',
  ]
  const written = await tableFile(name, [{ name, columns, rows, total }], format)
  if (written.ok) await recordDonationExport(deps, actor, { name, rows: lines.length })
  return written
}
