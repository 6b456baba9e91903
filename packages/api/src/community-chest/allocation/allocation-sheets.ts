import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { allocationStanding, sumOfStandings, reportStateOf, reportStateNames } from '@sasaeai/domain/community-chest/allocation/allocation-standing'
import { driveKindNames } from '@sasaeai/domain/community-chest/campaign/drive-kind'
import type { AllocationsOfYear } from './allocation-queries.ts'

/** 配分金 of a year, its receipts and its uses, on a sheet each. */
export function allocationSheets({ allocations, today }: AllocationsOfYear): WorkbookSheet[] {
  const standings = allocations.map(allocationStanding)
  const total = sumOfStandings(standings)
  return [
    {
      name: '配分金',
      columns: [
        { heading: '名称' }, { heading: '原資の年度' }, { heading: '運動' }, { heading: '枠' }, { heading: '財源' }, { heading: '決定日', kind: 'date' },
        { heading: '決定額（円）', kind: 'yen' }, { heading: '受入額（円）', kind: 'yen' }, { heading: '使途の額（円）', kind: 'yen' },
        { heading: '使途が決まっていない額（円）', kind: 'yen' }, { heading: '備考' },
      ],
      rows: allocations.map((each) => {
        const { decidedYen, receivedYen, usedYen, remainingYen } = allocationStanding(each)
        return [
          each.name, formatFiscalYear(each.sourceYear), driveKindNames[each.drive], each.label, each.fundingSourceName, each.decidedOn, decidedYen, receivedYen,
          usedYen, remainingYen, each.note,
        ]
      }),
      total: ['合計', '', '', '', '', null, total.decidedYen, total.receivedYen, total.usedYen, total.remainingYen, ''],
    },
    {
      name: '受入れ',
      columns: [
        { heading: '配分金' }, { heading: '受入日', kind: 'date' }, { heading: '金額（円）', kind: 'yen' }, { heading: '入金先' }, { heading: '伝票番号', kind: 'count' },
        { heading: '取消日', kind: 'date' },
      ],
      rows: allocations.flatMap(({ name, receipts }) =>
        receipts.map((each) => [name, each.receivedOn, each.amountYen, each.cashAccount, each.entryNumber, each.undoneOn])),
      total: ['合計（取消を除く）', null, total.receivedYen, '', null, null],
    },
    {
      name: '使途',
      columns: [
        { heading: '配分金' }, { heading: '団体' }, { heading: '事業名' }, { heading: '助成額（円）', kind: 'yen' }, { heading: '活動内容' },
        { heading: 'ありがとうメッセージ' }, { heading: '対象者数', kind: 'count' }, { heading: '報告の期限', kind: 'date' }, { heading: '報告日', kind: 'date' },
        { heading: '報告の状態' },
      ],
      rows: allocations.flatMap(({ name, uses }) =>
        uses.map((use) => [
          name, use.groupName, use.projectName, use.amountYen, use.activity, use.message, use.beneficiaries, use.reportDueOn, use.reportedOn,
          reportStateNames[reportStateOf(use, today)],
        ])),
      total: ['合計', '', '', total.usedYen, '', '', null, null, null, ''],
    },
  ]
}

/** The fields that the public database of the 共同募金会 asks for, and no other. */
export const databaseHeadings = ['団体', '事業名', '助成額', '活動内容', 'ありがとうメッセージ'] as const

export function databaseRows({ allocations }: AllocationsOfYear): [string, string, number, string, string][] {
  return allocations.flatMap(({ uses }) =>
    uses.map(({ groupName, projectName, amountYen, activity, message }): [string, string, number, string, string] => [groupName, projectName, amountYen, activity, message]))
}
