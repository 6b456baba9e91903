import type { WorkbookColumn } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { acknowledgmentConsentNames } from '@sasaeai/domain/donation/acknowledgment/acknowledgment-consent'
import { donationKindNames } from '@sasaeai/domain/donation/gift/donation-kind'
import type { GiftFilter } from '@sasaeai/domain/donation/gift/gift-list-input'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { Actor, Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { recordDonationExport } from '../record-donation-export.ts'
import type { GiftRow } from './gift-columns.ts'
import { readGifts } from './list-gifts.ts'

const columns: readonly WorkbookColumn[] = [
  { heading: '受領日', kind: 'date' }, { heading: '伝票番号', kind: 'count' }, { heading: '支援者番号', kind: 'count' }, { heading: '寄附者' },
  { heading: 'フリガナ' }, { heading: '種類' }, { heading: '使いみち' }, { heading: '金額（円）', kind: 'yen' }, { heading: '故人' }, { heading: '喪主' },
  { heading: '続柄' }, { heading: 'お祝い・行事' }, { heading: '品名' }, { heading: 'きっかけ' }, { heading: '担当' }, { heading: '芳名' }, { heading: '掲載名' },
  { heading: '礼状', kind: 'date' }, { heading: '領収書' },
]

/** More gifts than any year has. */
const everyGift = 1_000_000

/** Every gift that the list shows for these filters, over all its pages, as an Excel file. */
export async function exportGifts(deps: Deps, actor: Actor, { format, ...filter }: AsFile<GiftFilter>): Promise<ExportOutcome> {
  const at = await readReportMoment(deps, filter.postedUntil)
  const gifts = await readGifts(deps, filter, { at, after: null, limit: everyGift })
  const name = `寄附_${formatFiscalYear(filter.fiscalYear)}`
  const total = [null, null, null, `合計 ${gifts.length}件`, '', '', '', sumYen(gifts.map(({ amountYen }) => amountYen)), ...Array.from({ length: 11 }, () => '')]
  const written = await tableFile(name, [{ name: '寄附', columns, rows: gifts.map(cellsOf), total }, ...momentSheets(filter.postedUntil)], format)
  if (written.ok) await recordDonationExport(deps, actor, { name, rows: gifts.length })
  return written
}

function cellsOf(gift: GiftRow): (string | number | null)[] {
  return [
    gift.receivedOn, gift.entryNumber, gift.supporterNumber, gift.supporterName ?? '', gift.supporterKana, donationKindNames[gift.kind],
    gift.fundNames.filter((fund) => fund !== '').join('・'), gift.amountYen, gift.deceasedName, gift.mournerName, gift.relationship, gift.occasion, gift.goods,
    gift.channelName ?? '', gift.staff, acknowledgmentConsentNames[gift.consent], gift.printedName, gift.thankedOn, gift.hasReceipt ? '発行済み' : '',
  ]
}
