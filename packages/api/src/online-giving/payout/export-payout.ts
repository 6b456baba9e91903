import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { PayoutId } from '@sasaeai/domain/ids'
import { sumYen } from '@sasaeai/domain/money/yen'
import { paymentMethodName } from '@sasaeai/domain/online-giving/gift/payment-method-name'
import { payoutLineKindNames } from '@sasaeai/domain/online-giving/payout/payout-line-kind'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { recordGivingExport } from '../record-giving-export.ts'
import { type PayoutLineRow, readPayout } from './list-payouts.ts'

/** What one 入金 is made of, with what arrives as its sum. It names givers, so whoever takes it leaves a trace. */
export async function exportPayout(deps: Deps, actor: Actor, { payoutId, format }: AsFile<{ readonly payoutId: PayoutId }>): Promise<ExportOutcome<'row_gone'>> {
  const payout = await readPayout(deps, payoutId)
  if (payout === null) return fail('row_gone')
  const lines = payout.linesOfIt
  const name = `オンライン決済の入金の内訳_${payout.arrivesOn}`
  const [grossYen, feeYen] = [sumYen(lines.map((line) => line.grossYen)), sumYen(lines.map((line) => line.feeYen))]
  const written = await tableFile(name, [{
    name: '入金の内訳',
    columns: [
      { heading: '種類' }, { heading: '申込者' }, { heading: '受付項目' }, { heading: '日付', kind: 'date' }, { heading: '支払方法' }, { heading: '金額（円）', kind: 'yen' }, { heading: '手数料（円）', kind: 'yen' },
      { heading: '差引き（円）', kind: 'yen' }, { heading: '備考' }, { heading: '決済会社の番号' },
    ],
    rows: lines.map((line) => [
      payoutLineKindNames[line.kind], giverOf(line), line.targetTitle ?? '', localDateInTokyo(new Date(line.happenedAt)), line.method === null ? '' : paymentMethodName(line.method), line.grossYen, line.feeYen,
      line.grossYen - line.feeYen, line.description, line.sourceId === '' ? line.gatewayLineId : line.sourceId,
    ]),
    total: ['合計', `${lines.length}件`, '', null, '', grossYen, feeYen, grossYen - feeYen, '', ''],
  }], format)
  if (written.ok) await recordGivingExport(deps, actor, { name, rows: lines.length })
  return written
}

/** What is ours has no giver; a payment that the books do not know is named so, as on the page. */
function giverOf({ giftId, giftName, kind }: PayoutLineRow): string {
  if (giftId !== null) return giftName ?? ''
  return kind === 'fee' || kind === 'adjustment' ? '' : '帳簿にない決済'
}
