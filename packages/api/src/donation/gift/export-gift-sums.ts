import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { giftPeriodName } from '@sasaeai/domain/donation/gift/gift-period'
import type { GiftSumsInput } from '@sasaeai/domain/donation/gift/gift-sums-input'
import { succeed, type Success } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { excelFile, type ExportedFile } from '../../document/excel-file.ts'
import { recordDonationExport } from '../record-donation-export.ts'
import { sumGifts } from './sum-gifts.ts'

/** Gifts of a part of the year by channel and by 担当, each on a sheet of its own. */
export async function exportGiftSums(deps: Deps, actor: Actor, input: GiftSumsInput): Promise<Success<ExportedFile>> {
  const { channels, staff, total } = await sumGifts(deps, input)
  const name = `寄附のきっかけ・担当別_${formatFiscalYear(input.fiscalYear)}_${giftPeriodName(input.period)}`
  await recordDonationExport(deps, actor, { name, rows: channels.length + staff.length })
  const sheet = (heading: string, rows: (string | number)[][]) => ({
    name: `${heading}別`,
    columns: [{ heading }, { heading: '件数', kind: 'count' }, { heading: '金額（円）', kind: 'yen' }] as const,
    rows,
    total: ['合計', total.count, total.amountYen],
  })
  return succeed(await excelFile(name, [
    sheet('きっかけ', channels.map((sum) => [sum.name ?? '未記入', sum.count, sum.amountYen])),
    sheet('担当', staff.map((sum) => [sum.staff === '' ? '未記入' : sum.staff, sum.count, sum.amountYen])),
  ]))
}
