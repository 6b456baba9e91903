import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { grantApplicationState, grantApplicationStateNames, remainingBudgetYen, unpaidYen, unspentYen } from '@sasaeai/domain/grant/application/grant-application-state'
import type { GrantReview, ReviewRow } from '@sasaeai/domain/grant/review/grant-review'
import { sumYen, type Yen } from '@sasaeai/domain/money/yen'
import { listGrantCommittees } from '../committee/list-grant-committees.ts'
import type { ListedGrantCall } from '../call/list-grant-calls.ts'
import type { GrantApplication, GrantCall } from '../call/read-grant-call.ts'
import type { ReliefPayment } from '../relief/list-relief-payments.ts'
import type { GrantReviewOfYears } from '../review/read-grant-review.ts'
import type { Deps } from '../../deps.ts'

/** 助成 of a year with its sums. */
export function grantCallSheets(calls: readonly ListedGrantCall[]): WorkbookSheet[] {
  const leftOf = (call: ListedGrantCall) => remainingBudgetYen(call.budgetYen, [call.awardedYen, call.reliefYen])
  const sum = (figure: (call: ListedGrantCall) => Yen) => sumYen(calls.map(figure))
  return [
    {
      name: '助成',
      columns: [
        { heading: '助成' }, { heading: '種類' }, { heading: '支払元' }, { heading: '原資の配分金' }, { heading: '受付開始日', kind: 'date' },
        { heading: '締切日', kind: 'date' }, { heading: '報告の期限', kind: 'date' }, { heading: '予算額（円）', kind: 'yen' }, { heading: '申請（件）', kind: 'count' },
        { heading: '申請額（円）', kind: 'yen' }, { heading: '採択（件）', kind: 'count' }, { heading: '決定額（円）', kind: 'yen' },
        { heading: '見舞金（円）', kind: 'yen' }, { heading: '予算の残り（円）', kind: 'yen' }, { heading: '支払済み（円）', kind: 'yen' }, { heading: '報告（件）', kind: 'count' },
      ],
      rows: calls.map((call) => [
        call.name, call.kindName, call.campaignName ?? '社協の支出', call.allocationName ?? '', call.opensOn, call.closesOn, call.reportDueOn, call.budgetYen,
        call.applications, call.requestedYen, call.awards, call.awardedYen, call.reliefYen, leftOf(call), call.paidYen, call.reports,
      ]),
      total: [
        '合計', '', '', '', null, null, null, sum(({ budgetYen }) => budgetYen), calls.reduce((count, call) => count + call.applications, 0),
        sum(({ requestedYen }) => requestedYen), calls.reduce((count, call) => count + call.awards, 0), sum(({ awardedYen }) => awardedYen),
        sum(({ reliefYen }) => reliefYen), sum(leftOf), sum(({ paidYen }) => paidYen), calls.reduce((count, call) => count + call.reports, 0),
      ],
    },
  ]
}

/** 配分委員会 of a year with what each decided. */
export async function grantCommitteeSheets(deps: Deps, year: FiscalYear): Promise<WorkbookSheet[]> {
  const committees = await listGrantCommittees(deps, year)
  return [
    {
      name: '配分委員会',
      columns: [
        { heading: '開催日', kind: 'date' }, { heading: '委員会' }, { heading: '議事録' }, { heading: '出席者（人）', kind: 'count' }, { heading: '採択（件）', kind: 'count' },
        { heading: '不採択（件）', kind: 'count' }, { heading: '決定額（円）', kind: 'yen' }, { heading: '備考' },
      ],
      rows: committees.map(({ heldOn, name, minutes, attendees, awards, refusals, awardedYen, note }) => [heldOn, name, minutes, attendees, awards, refusals, awardedYen, note]),
    },
  ]
}

/** Applications of a call with the decision, what was paid and what was reported of it. */
export function grantApplicationSheets({ applications }: GrantCall): WorkbookSheet[] {
  const standing = applications.filter(({ withdrawnOn }) => withdrawnOn === null)
  const sum = (figure: (application: GrantApplication) => Yen | null | undefined) => sumYen(standing.map((each) => figure(each)).filter((yen) => yen != null))
  return [
    {
      name: '申請',
      columns: [
        { heading: '申請番号', kind: 'count' }, { heading: '状態' }, { heading: '団体' }, { heading: '事業名' }, { heading: '内容' }, { heading: '申請日', kind: 'date' },
        { heading: '申請額（円）', kind: 'yen' }, { heading: '決定額（円）', kind: 'yen' }, { heading: '決定日', kind: 'date' }, { heading: '配分委員会' }, { heading: '理由・条件' },
        { heading: '支払済み（円）', kind: 'yen' }, { heading: '残り（円）', kind: 'yen' }, { heading: '報告日', kind: 'date' }, { heading: '使った額（円）', kind: 'yen' },
        { heading: '使い残し（円）', kind: 'yen' }, { heading: '対象者数', kind: 'count' }, { heading: '活動内容' }, { heading: 'ありがとうメッセージ' }, { heading: '備考' },
      ],
      rows: applications.map((application) => applicationRow(application)),
      total: [
        null, '', '合計（取下げを除く）', '', '', null, sum(({ requestedYen }) => requestedYen), sum(({ decision }) => decision?.awardedYen), null, '', '',
        sum(({ paidYen }) => paidYen), sum((each) => unpaidYen(progressOf(each))), null, sum(({ report }) => report?.spentYen), sum((each) => unspentYen(progressOf(each))),
        null, '', '', '',
      ],
    },
  ]
}

function applicationRow(application: GrantApplication): (string | number | null)[] {
  const { decision, report } = application
  const progress = progressOf(application)
  return [
    application.number, grantApplicationStateNames[grantApplicationState(progress)], application.supporterName, application.projectName, application.purpose,
    application.receivedOn, application.requestedYen, decision?.awardedYen ?? null, decision?.heldOn ?? null, decision?.committeeName ?? '', decision?.reason ?? '',
    application.paidYen, unpaidYen(progress), report?.receivedOn ?? null, report?.spentYen ?? null, unspentYen(progress), report?.beneficiaries ?? null,
    report?.activity ?? '', report?.message ?? '', application.note,
  ]
}

function progressOf({ withdrawnOn, decision, paidYen, report }: GrantApplication) {
  return { withdrawnOn, awardedYen: decision?.awardedYen ?? null, paidYen, spentYen: report?.spentYen ?? null }
}

/** 見舞金 of a call; what was undone is listed and left out of the sums. */
export function reliefSheets(payments: readonly ReliefPayment[]): WorkbookSheet[] {
  const standing = payments.filter(({ isReversed }) => !isReversed)
  return [
    {
      name: '見舞金',
      columns: [
        { heading: '支払日', kind: 'date' }, { heading: '対象区分' }, { heading: '校区' }, { heading: '対象者数', kind: 'count' }, { heading: '金額（円）', kind: 'yen' },
        { heading: '配分委員会' }, { heading: '伝票番号', kind: 'count' }, { heading: '取消' },
      ],
      rows: payments.map((payment) => [
        payment.paidOn, payment.className, payment.areaName ?? '', payment.recipients, payment.amountYen, payment.committeeName ?? '', payment.entryNumber,
        payment.isReversed ? '取消済み' : '',
      ]),
      total: [null, '合計（取消を除く）', '', standing.reduce((sum, { recipients }) => sum + recipients, 0), sumYen(standing.map(({ amountYen }) => amountYen)), '', null, ''],
    },
  ]
}

/** 見直し: kinds and classes by years, on a sheet each. */
export function grantReviewSheets({ years, kinds, classes }: GrantReviewOfYears): WorkbookSheet[] {
  const columns = [
    { heading: '' },
    ...years.flatMap((year, place) => [
      { heading: `${formatFiscalYear(year)} 件数`, kind: 'count' as const },
      { heading: `${formatFiscalYear(year)} 金額（円）`, kind: 'yen' as const },
      { heading: `${formatFiscalYear(year)} 対象者数`, kind: 'count' as const },
      ...(place === 0 ? [] : [{ heading: `${formatFiscalYear(year)} 前年との差（円）`, kind: 'yen' as const }]),
    ]),
  ]
  const sheetOf = (name: string, heading: string, { rows, total }: GrantReview): WorkbookSheet => ({
    name, columns: columns.with(0, { heading }), rows: rows.map(reviewCells), total: reviewCells(total),
  })
  return [sheetOf('助成の種類別', '種類', kinds), sheetOf('見舞金の対象区分別', '対象区分', classes)]
}

function reviewCells({ name, years }: ReviewRow): (string | number | null)[] {
  return [name, ...years.flatMap(({ count, paidYen, people, changeYen }) => [count, paidYen, people, ...(changeYen === null ? [] : [changeYen])])]
}
