import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { donationKindNames } from '@sasaeai/domain/donation/gift/donation-kind'
import type { YearGiftsAsked } from '@sasaeai/domain/funding-indicator/donation-year/donation-year-input'
import type { Actor, Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { recordDonationExport } from '../../donation/record-donation-export.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { listYearGifts } from './list-year-gifts.ts'

/** More gifts than any year has. */
const everyGift = 1_000_000

/** The gifts behind a figure of 寄附の年次報告. They name givers, so whoever takes them leaves a trace. */
export async function exportYearGifts(deps: Deps, actor: Actor, { format, ...asked }: AsFile<YearGiftsAsked>): Promise<ExportOutcome> {
  const { rows, total } = await listYearGifts(deps, { ...asked, cursor: null, limit: everyGift }, await readReportMoment(deps, asked.postedUntil))
  const name = `寄附の年次報告の内訳_${formatFiscalYear(asked.fiscalYear)}${asked.side === 'last' ? 'の前年' : ''}`
  const written = await tableFile(name, [{
    name: '内訳',
    columns: [{ heading: '受領日', kind: 'date' }, { heading: '伝票番号', kind: 'count' }, { heading: '寄附者' }, { heading: '摘要' }, { heading: '種類' }, { heading: '金額（円）', kind: 'yen' }],
    rows: rows.map((gift) => [gift.entryDate, gift.entryNumber, gift.supporterName ?? '匿名', gift.description, donationKindNames[gift.kind], gift.amountYen]),
    total: [null, null, `合計 ${total.entries}件`, '', '', total.amountYen],
  }, ...momentSheets(asked.postedUntil)], format)
  if (written.ok) await recordDonationExport(deps, actor, { name, rows: rows.length })
  return written
}
