import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { custodyMovementNames } from '@sasaeai/domain/community-chest/remittance/custody-movement'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { CustodyAccount } from './custody-account-query.ts'
import type { CampaignCustody, CustodyOfYear } from './custody-queries.ts'

/** 預り金と送金 of a year; what is collected for other bodies stands below the sums. */
export function custodySheets({ campaigns }: CustodyOfYear): WorkbookSheet[] {
  const own = campaigns.filter(({ drive }) => drive !== 'other')
  const sum = (amount: (custody: CampaignCustody) => CampaignCustody['heldYen']) => sumYen(own.map(amount))
  return [
    {
      name: '預り金と送金',
      columns: [
        { heading: '年度' }, { heading: '運動' }, { heading: '受入額（円）', kind: 'yen' }, { heading: '送金額（円）', kind: 'yen' },
        { heading: '直接支払額（円）', kind: 'yen' }, { heading: '預り残高（円）', kind: 'yen' }, { heading: 'いちばん古い受入日', kind: 'date' },
        { heading: '送金の期限', kind: 'date' }, { heading: '締めた日', kind: 'date' }, { heading: '合計' },
      ],
      rows: campaigns.map((each) => [
        formatFiscalYear(each.fiscalYear), each.name, each.collectedYen, each.remittedYen, each.paidDirectlyYen, each.heldYen, each.heldSince,
        each.deadline, each.closedOn, each.drive === 'other' ? '含めない（ほかの団体の運動）' : '',
      ]),
      total: [
        '', '合計（ほかの団体の運動を除く）', sum((each) => each.collectedYen), sum((each) => each.remittedYen),
        sum((each) => each.paidDirectlyYen), sum((each) => each.heldYen), null, null, null, '',
      ],
    },
  ]
}

/** Every movement of one drive's custody, and its remittances. */
export function custodyAccountSheets({ movements, remittances }: CustodyAccount): WorkbookSheet[] {
  return [
    {
      name: '預り金の動き',
      columns: [
        { heading: '日付', kind: 'date' }, { heading: '種類' }, { heading: '件数', kind: 'count' }, { heading: '伝票番号', kind: 'count' }, { heading: '摘要' },
        { heading: '増減（円）', kind: 'yen' }, { heading: '預り残高（円）', kind: 'yen' },
      ],
      rows: movements.map(({ day, kind, entries, entry, changeYen, heldYen }) => [
        day, custodyMovementNames[kind], entries, entry?.entryNumber ?? null, entry === null ? '' : `${entry.description}${entry.isReversed ? '（取消済み）' : ''}`,
        changeYen, heldYen,
      ]),
    },
    {
      name: '送金',
      columns: [
        { heading: '回', kind: 'count' }, { heading: '送金日', kind: 'date' }, { heading: '金額（円）', kind: 'yen' }, { heading: '送金元' }, { heading: '伝票番号', kind: 'count' },
        { heading: '備考' }, { heading: '取消日', kind: 'date' },
      ],
      rows: remittances.toReversed().map((each) => [
        each.sequence, each.remittedOn, each.amountYen, each.cashAccount, each.entryNumber, each.note, each.undoneOn,
      ]),
      total: [null, '合計（取消済みを除く）', sumYen(remittances.filter(({ undoneOn }) => undoneOn === null).map(({ amountYen }) => amountYen)), '', null, '', null],
    },
  ]
}
