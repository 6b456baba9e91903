import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { giftPeriodName } from '@sasaeai/domain/donation/gift/gift-period'
import type { GiftSumsInput } from '@sasaeai/domain/donation/gift/gift-sums-input'
import { totalCostYen } from '@sasaeai/domain/donation/gift/total-cost'
import { formatYenPerCost } from '@sasaeai/domain/money/yen-per-cost'
import type { Actor, Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { recordDonationExport } from '../record-donation-export.ts'
import { sumGifts } from './sum-gifts.ts'

/** Gifts of a part of the year by channel with what it cost and won, by 担当, and from sponsors, each on a sheet of its own. */
export async function exportGiftSums(deps: Deps, actor: Actor, { format, ...input }: AsFile<GiftSumsInput>): Promise<ExportOutcome> {
  const { channels, staff, total, sponsors } = await sumGifts(deps, input, await readReportMoment(deps, input.postedUntil))
  const name = `寄附のきっかけ・担当別_${formatFiscalYear(input.fiscalYear)}_${giftPeriodName(input.period)}`
  const written = await tableFile(name, [
    {
      name: 'きっかけ別',
      columns: [
        { heading: 'きっかけ' }, { heading: '件数', kind: 'count' }, { heading: '金額（円）', kind: 'yen' }, { heading: '新しい寄附者（人）', kind: 'count' }, { heading: '説明会など（回）', kind: 'count' },
        { heading: '費用（円）', kind: 'yen' }, { heading: '費用1円あたり' },
      ],
      rows: channels.map((sum) => [sum.name ?? '未記入', sum.count, sum.amountYen, sum.newGivers, sum.events, sum.costYen, formatYenPerCost(sum.amountYen, sum.costYen)]),
      total: ['合計', total.count, total.amountYen, channels.reduce((sum, each) => sum + each.newGivers, 0), channels.reduce((sum, each) => sum + each.events, 0), totalCostYen(channels), ''],
    },
    {
      name: '担当別',
      columns: [{ heading: '担当' }, { heading: '件数', kind: 'count' }, { heading: '金額（円）', kind: 'yen' }],
      rows: staff.map((sum) => [sum.staff === '' ? '未記入' : sum.staff, sum.count, sum.amountYen]),
      total: ['合計', total.count, total.amountYen],
    },
    {
      name: '企業協賛',
      columns: [{ heading: '名称' }, { heading: '協賛企業' }, { heading: '協賛の額（円）', kind: 'yen' }, { heading: 'この期間の受入れ（円）', kind: 'yen' }, { heading: '累計（円）', kind: 'yen' }],
      rows: sponsors.map((each) => [each.name, each.sponsor ?? '', each.agreedYen, each.receivedYen, each.allYen]),
    },
    ...momentSheets(input.postedUntil),
  ], format)
  if (written.ok) await recordDonationExport(deps, actor, { name, rows: channels.length + staff.length + sponsors.length })
  return written
}
