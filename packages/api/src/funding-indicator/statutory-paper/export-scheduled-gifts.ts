import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { ScheduledGiftsAsked } from '@sasaeai/domain/funding-indicator/statutory-paper/statutory-paper-input'
import { sumYen } from '@sasaeai/domain/money/yen'
import { donorAttributeNames } from '@sasaeai/domain/supporter/donor-attribute'
import type { Actor, Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { recordDonationExport } from '../../donation/record-donation-export.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { listScheduledGifts } from './list-scheduled-gifts.ts'

/** More gifts than any year has. */
const everyGift = 1_000_000

/** The gifts behind a line of 寄附金収益明細書. They name givers, so whoever takes them leaves a trace. */
export async function exportScheduledGifts(deps: Deps, actor: Actor, { format, ...asked }: AsFile<ScheduledGiftsAsked>): Promise<ExportOutcome> {
  const { rows } = await listScheduledGifts(deps, { ...asked, cursor: null, limit: everyGift }, await readReportMoment(deps, asked.postedUntil))
  const name = `寄附金収益明細書の内訳_${formatFiscalYear(asked.fiscalYear)}`
  const written = await tableFile(name, [{
    name: '内訳',
    columns: [
      { heading: '受領日', kind: 'date' }, { heading: '伝票番号', kind: 'count' }, { heading: '寄附者' }, { heading: '摘要' }, { heading: '属性' }, { heading: '寄附金額（円）', kind: 'yen' },
      { heading: 'うち基本金組入額（円）', kind: 'yen' },
    ],
    rows: rows.map((gift) => [
      gift.entryDate, gift.entryNumber, gift.supporterName ?? '匿名', gift.description, donorAttributeNames[gift.attribute], gift.amountYen, gift.capitalYen,
    ]),
    total: [null, null, `合計 ${rows.length}件`, '', '', sumYen(rows.map(({ amountYen }) => amountYen)), sumYen(rows.map(({ capitalYen }) => capitalYen))],
  }, ...momentSheets(asked.postedUntil)], format)
  if (written.ok) await recordDonationExport(deps, actor, { name, rows: rows.length })
  return written
}
