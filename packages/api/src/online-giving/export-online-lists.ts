import { formatFiscalYear, formatLocalDate, formatLocalMonth } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { sumYen } from '@sasaeai/domain/money/yen'
import { gatewayEventStateNames, type GatewayEventFilter } from '@sasaeai/domain/online-giving/event/gateway-event-input'
import { onlineGiftStateNames } from '@sasaeai/domain/online-giving/event/gift-standing'
import { wordsOfEventReason } from '@sasaeai/domain/online-giving/event/quarantine-reason'
import { giftFrequencyNames, onlineGiverKindNames } from '@sasaeai/domain/online-giving/gift/gift-words'
import type { OnlineGiftFilter } from '@sasaeai/domain/online-giving/gift/online-gift-list-input'
import { paymentMethodName } from '@sasaeai/domain/online-giving/gift/payment-method-name'
import type { DailyTotalsInput, FeeReportInput, PayoutFilter } from '@sasaeai/domain/online-giving/payout/payout-input'
import { payoutStateNames } from '@sasaeai/domain/online-giving/payout/payout-state'
import { recurringChangeNames, recurringGiftStateNames, type RecurringFilter } from '@sasaeai/domain/online-giving/recurring/recurring-gift-input'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { momentSheets } from '../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../document/table-file.ts'
import { readReportMoment } from '../ledger/report-moment.ts'
import { readGatewayEvents } from './event/list-gateway-events.ts'
import { readOnlineGifts } from './gift/list-online-gifts.ts'
import { listPayouts } from './payout/list-payouts.ts'
import { reportFees } from './payout/report-fees.ts'
import { totalDays } from './payout/total-days.ts'
import { recordGivingExport } from './record-giving-export.ts'
import { listRecurring } from './recurring/list-recurring.ts'

/** A workbook is put together in memory: more lines than this are asked to be narrowed down. */
const mostLines = 20_000

type LongList = ExportOutcome<'online_list_too_long'>

/** オンライン寄附 as the filters show them. */
export async function exportOnlineGifts(deps: Deps, actor: Actor, { format, ...filter }: AsFile<OnlineGiftFilter>): Promise<LongList> {
  const gifts = await readOnlineGifts(deps, filter, { cursor: null, limit: mostLines + 1 })
  if (gifts.length > mostLines) return tooLong()
  const name = `オンライン寄附_${formatLocalDate(localDateInTokyo(deps.now()))}`
  const columns = [
    { heading: '申込日', kind: 'date' }, { heading: '氏名' }, { heading: '区分' }, { heading: 'メールアドレス' }, { heading: '支援者番号', kind: 'count' }, { heading: '受付項目' },
    { heading: '回数' }, { heading: '金額（円）', kind: 'yen' }, { heading: '状態' }, { heading: '支払方法' }, { heading: '入金回数', kind: 'count' }, { heading: '入金額（円）', kind: 'yen' },
    { heading: '返金額（円）', kind: 'yen' },
  ] as const
  const rows = gifts.map((gift) => [
    dayOf(gift.startedAt), gift.name === '' ? '匿名' : gift.name, onlineGiverKindNames[gift.giverKind], gift.email, gift.supporterNumber, gift.targetTitle, giftFrequencyNames[gift.frequency],
    gift.amountYen, onlineGiftStateNames[gift.state], gift.methods.map(paymentMethodName).join('・'), gift.payments, gift.paidYen, gift.refundedYen,
  ])
  const total = [null, `合計 ${gifts.length}件`, '', '', null, '', '', null, '', '', null, sumYen(gifts.map(({ paidYen }) => paidYen)), sumYen(gifts.map(({ refundedYen }) => refundedYen))]
  const written = await tableFile(name, [{ name: 'オンライン寄附', columns, rows, total }], format)
  if (written.ok) await recordGivingExport(deps, actor, { name, rows: gifts.length })
  return written
}

/** 毎月の寄附 as the filters show them. */
export async function exportRecurring(deps: Deps, actor: Actor, { format, ...filter }: AsFile<RecurringFilter>): Promise<ExportOutcome> {
  const gifts = await listRecurring(deps, filter)
  const name = `毎月の寄附_${formatLocalDate(localDateInTokyo(deps.now()))}`
  const columns = [
    { heading: '申込日', kind: 'date' }, { heading: '氏名' }, { heading: 'メールアドレス' }, { heading: '受付項目' }, { heading: '毎月の金額（円）', kind: 'yen' }, { heading: '状態' },
    { heading: '次の引き落とし', kind: 'date' }, { heading: '入金回数', kind: 'count' }, { heading: '入金額（円）', kind: 'yen' }, { heading: '最近の変更' }, { heading: '終了日', kind: 'date' },
  ] as const
  const rows = gifts.map((gift) => [
    dayOf(gift.startedAt), gift.name === '' ? '匿名' : gift.name, gift.email, gift.targetTitle, gift.amountYen, recurringGiftStateNames[gift.state], gift.nextOn, gift.months, gift.paidYen,
    gift.lastChange === null ? '' : `${formatLocalDate(dayOf(gift.lastChange.changedAt))} ${recurringChangeNames[gift.lastChange.kind]}`, gift.endedAt === null ? null : dayOf(gift.endedAt),
  ])
  const written = await tableFile(name, [{ name: '毎月の寄附', columns, rows }], format)
  if (written.ok) await recordGivingExport(deps, actor, { name, rows: gifts.length })
  return written
}

/** 入金 of a year. */
export async function exportPayouts(deps: Deps, actor: Actor, { format, ...filter }: AsFile<PayoutFilter>): Promise<ExportOutcome> {
  const payouts = await listPayouts(deps, filter, await readReportMoment(deps, filter.postedUntil))
  const name = `オンライン決済の入金_${formatFiscalYear(filter.fiscalYear)}`
  const columns = [
    { heading: '入金日', kind: 'date' }, { heading: '受け口' }, { heading: '状態' }, { heading: '総額（円）', kind: 'yen' }, { heading: '手数料（円）', kind: 'yen' }, { heading: '入金額（円）', kind: 'yen' },
    { heading: '帳簿（円）', kind: 'yen' }, { heading: '通帳の日付', kind: 'date' }, { heading: '通帳の金額（円）', kind: 'yen' }, { heading: '確認した人' }, { heading: '備考' }, { heading: '決済会社の番号' },
  ] as const
  const rows = payouts.map((payout) => [
    payout.arrivesOn, payout.accountName, payoutStateNames[payout.state], payout.grossYen, payout.feeYen, payout.amountYen, payout.bookedYen, payout.bankOn, payout.bankYen,
    payout.confirmedByName ?? '', payout.note === '' ? payout.failure : payout.note, payout.gatewayPayoutId,
  ])
  const written = await tableFile(name, [{ name: '入金', columns, rows }, ...momentSheets(filter.postedUntil)], format)
  if (written.ok) await recordGivingExport(deps, actor, { name, rows: payouts.length })
  return written
}

/** 手数料 of a year. */
export async function exportFees(deps: Deps, actor: Actor, { fiscalYear, postedUntil, format }: AsFile<FeeReportInput>): Promise<ExportOutcome> {
  const { lines } = await reportFees(deps, { fiscalYear }, await readReportMoment(deps, postedUntil))
  const name = `オンライン決済の手数料_${formatFiscalYear(fiscalYear)}`
  const columns = [{ heading: '月' }, { heading: '受け口' }, { heading: '支払方法' }, { heading: '件数', kind: 'count' }, { heading: '決済額（円）', kind: 'yen' }, { heading: '手数料（円）', kind: 'yen' }] as const
  const rows = lines.map((line) => [
    formatLocalMonth(line.month), line.accountName, line.method === null ? '決済によらない手数料' : paymentMethodName(line.method), line.count, line.grossYen, line.feeYen,
  ])
  const total = ['合計', '', '', lines.reduce((sum, { count }) => sum + count, 0), sumYen(lines.map(({ grossYen }) => grossYen)), sumYen(lines.map(({ feeYen }) => feeYen))]
  const written = await tableFile(name, [{ name: '手数料', columns, rows, total }, ...momentSheets(postedUntil)], format)
  if (written.ok) await recordGivingExport(deps, actor, { name, rows: lines.length })
  return written
}

/** 日計 of a month. */
export async function exportDays(deps: Deps, actor: Actor, { month, postedUntil, format }: AsFile<DailyTotalsInput>): Promise<ExportOutcome> {
  const days = await totalDays(deps, { month }, await readReportMoment(deps, postedUntil))
  const name = `オンライン決済の日計_${formatLocalMonth(month)}`
  const columns = [
    { heading: '日付', kind: 'date' }, { heading: '決済会社（件）', kind: 'count' }, { heading: '決済会社（円）', kind: 'yen' }, { heading: '帳簿（件）', kind: 'count' }, { heading: '帳簿（円）', kind: 'yen' },
    { heading: '差（円）', kind: 'yen' }, { heading: '差のもと' },
  ] as const
  const rows = days.map((day) => [
    day.day, day.toldCount, day.toldYen, day.bookedCount, day.bookedYen, day.toldYen - day.bookedYen, day.differences.map(({ moneyId }) => moneyId).join(' '),
  ])
  const written = await tableFile(name, [{ name: '日計', columns, rows }, ...momentSheets(postedUntil)], format)
  if (written.ok) await recordGivingExport(deps, actor, { name, rows: days.length })
  return written
}

/** 通知 as the filters show them. */
export async function exportGatewayEvents(deps: Deps, actor: Actor, { format, ...filter }: AsFile<GatewayEventFilter>): Promise<LongList> {
  const events = await readGatewayEvents(deps, filter, { cursor: null, limit: mostLines + 1 })
  if (events.length > mostLines) return tooLong()
  const name = `決済会社からの通知_${formatLocalDate(localDateInTokyo(deps.now()))}`
  const columns = [
    { heading: '受信日', kind: 'date' }, { heading: '受け口' }, { heading: '種類' }, { heading: '状態' }, { heading: '理由' }, { heading: '金額（円）', kind: 'yen' }, { heading: '対象' }, { heading: '通知の番号' },
    { heading: '対応' }, { heading: '対応した人' },
  ] as const
  const rows = events.map((event) => [
    dayOf(event.receivedAt), event.accountName, event.type, gatewayEventStateNames[event.state], event.reason === '' ? '' : wordsOfEventReason(event.reason), event.amountYen, event.subjectKey, event.eventId,
    event.note, event.settledByName ?? '',
  ])
  const written = await tableFile(name, [{ name: '通知', columns, rows }], format)
  if (written.ok) await recordGivingExport(deps, actor, { name, rows: events.length })
  return written
}

const dayOf = (at: string) => localDateInTokyo(new Date(at))

function tooLong(): LongList {
  return fail('online_list_too_long', { about: `${mostLines.toLocaleString('ja-JP')}件より多く` })
}
