import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { externalApplicationStateNames } from '@sasaeai/domain/funding-indicator/external-fund/external-application-state'
import { externalCallKindNames } from '@sasaeai/domain/funding-indicator/external-fund/external-call-kind'
import { externalCallState, externalCallStateNames } from '@sasaeai/domain/funding-indicator/external-fund/external-call-state'
import { daysLeftWords, externalDeadlines } from '@sasaeai/domain/funding-indicator/external-fund/external-deadlines'
import { externalSuccess, type SuccessFigures } from '@sasaeai/domain/funding-indicator/external-fund/external-success'
import type { ExternalFundsInput } from '@sasaeai/domain/funding-indicator/external-fund/receive-external-input'
import { formatRatio } from '@sasaeai/domain/money/ratio'
import { sumYen, type Yen, yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { type ExternalFunds, type ExternalReceiptRow, listExternalFunds, listExternalReceipts } from './list-external-funds.ts'

/** 外部資金 as one workbook: calls, applications, what is due, the success rate and what came in, each on a sheet of its own. */
export async function exportExternalFunds(deps: Deps, { postedUntil, format }: AsFile<ExternalFundsInput>): Promise<ExportOutcome> {
  const at = await readReportMoment(deps, postedUntil)
  const [funds, receipts] = await Promise.all([listExternalFunds(deps, at), listExternalReceipts(deps, at)])
  const sheets = [callSheet(funds), applicationSheet(funds), deadlineSheet(funds), successSheet(funds), receiptSheet(receipts), ...momentSheets(postedUntil)]
  return tableFile(`外部資金_${funds.today}`, sheets, format)
}

function callSheet({ calls, today }: ExternalFunds): WorkbookSheet {
  return {
    name: '募集',
    columns: [
      { heading: '締切日', kind: 'date' }, { heading: '名称' }, { heading: '募集元' }, { heading: '種類' }, { heading: 'テーマ' }, { heading: '状況' },
      { heading: '受付開始日', kind: 'date' }, { heading: '結果の予定日', kind: 'date' }, { heading: '上限額（円）', kind: 'yen' }, { heading: '申込（件）', kind: 'count' },
      { heading: '見送り', kind: 'date' }, { heading: 'ホームページ' }, { heading: '備考' },
    ],
    rows: calls.map((call) => [
      call.deadlineOn, call.name, call.funder, externalCallKindNames[call.kind], call.theme, externalCallStateNames[externalCallState(call, today)],
      call.opensOn, call.resultOn, call.amountYen, call.applications.length, call.passedOn, call.url, call.note,
    ]),
  }
}

function applicationSheet({ calls }: ExternalFunds): WorkbookSheet {
  const applications = calls.flatMap((call) => call.applications.map((application) => ({ call, application })))
  const total = (figure: 'requestedYen' | 'awardedYen' | 'receivedYen') => sumYen(applications.map(({ application }): Yen => application[figure] ?? yen(0)))
  return {
    name: '申込',
    columns: [
      { heading: '事業名' }, { heading: '募集' }, { heading: '募集元' }, { heading: '種類' }, { heading: '状態' }, { heading: '申込日', kind: 'date' },
      { heading: '決定日', kind: 'date' }, { heading: '申込額（円）', kind: 'yen' }, { heading: '決定額（円）', kind: 'yen' }, { heading: '入金（円）', kind: 'yen' },
      { heading: '報告期限', kind: 'date' }, { heading: '報告日', kind: 'date' }, { heading: '担当' }, { heading: '使途・基金' }, { heading: '備考' },
    ],
    rows: applications.map(({ call, application: each }) => [
      each.projectName, call.name, call.funder, externalCallKindNames[call.kind], externalApplicationStateNames[each.state], each.appliedOn, each.decidedOn,
      each.requestedYen, each.awardedYen, each.receivedYen, each.reportDueOn, each.reportedOn, each.responsibleName ?? '', each.fundName ?? '', each.note,
    ]),
    total: ['合計', '', '', '', '', null, null, total('requestedYen'), total('awardedYen'), total('receivedYen'), null, null, '', '', ''],
  }
}

function receiptSheet(receipts: readonly ExternalReceiptRow[]): WorkbookSheet {
  return {
    name: '入金',
    columns: [{ heading: '入金日', kind: 'date' }, { heading: '募集' }, { heading: '事業名' }, { heading: '入金（円）', kind: 'yen' }, { heading: '伝票番号', kind: 'count' }, { heading: '取消' }],
    rows: receipts.map((each) => [each.receivedOn, each.callName, each.projectName, each.amountYen, each.entryNumber, each.isLive ? '' : '取消済み']),
    total: [null, '合計（取消を除く）', '', sumYen(receipts.filter(({ isLive }) => isLive).map(({ amountYen }) => amountYen)), null, ''],
  }
}

function deadlineSheet({ calls, today }: ExternalFunds): WorkbookSheet {
  return {
    name: '期限の近いもの',
    columns: [{ heading: '期限', kind: 'date' }, { heading: '残り' }, { heading: 'すること' }, { heading: '募集' }, { heading: '募集元' }, { heading: '事業名' }, { heading: '担当' }],
    rows: externalDeadlines(calls, today).map(({ dueOn, daysLeft, what, call, application }) => [
      dueOn, daysLeftWords(daysLeft), what === 'apply' ? '申込み' : '報告', call.name, call.funder, application?.projectName ?? '', application?.responsibleName ?? '',
    ]),
  }
}

function successSheet({ calls }: ExternalFunds): WorkbookSheet {
  const { years, kinds, funders, total } = externalSuccess(calls.flatMap((call) => call.applications.map((each) => ({ ...each, kind: call.kind, funder: call.funder }))))
  const line = (by: string, name: string, { decided, awarded, awardedYen, receivedYen }: SuccessFigures) => [by, name, decided, awarded, formatRatio(awarded, decided), awardedYen, receivedYen]
  return {
    name: '採択率',
    columns: [{ heading: '分け方' }, { heading: '名称' }, { heading: '決定（件）', kind: 'count' }, { heading: '採択（件）', kind: 'count' }, { heading: '採択率' }, { heading: '決定額（円）', kind: 'yen' }, { heading: '入金（円）', kind: 'yen' }],
    rows: [
      ...years.map((each) => line('決定の年度', formatFiscalYear(each.key), each)), ...kinds.map((each) => line('種類', externalCallKindNames[each.key], each)),
      ...funders.map((each) => line('募集元', each.key, each)),
    ],
    total: line('合計', '', total),
  }
}
