import type { WorkbookSheet } from '@sasaeai/documents/write-workbook'
import { differenceOf, type FormAccount, sumOfAccounts } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-account'
import { formNumbers, type FormRun, formRunsOfYear } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-runs'
import { receiptFormStateNames } from '@sasaeai/domain/community-chest/receipt-form/receipt-form-state'
import type { FormBlockInFull, FormsOfYear } from './form-queries.ts'

const accountColumns = ['繰越', '受入', '交付', '書き損じ', '返納', '手元', '差'].map((heading) => ({ heading, kind: 'count' as const }))

export function accountCells(account: FormAccount): number[] {
  const { carried, received, issued, spoiled, returned, onHand } = account
  return [carried, received, issued, spoiled, returned, onHand, differenceOf(account)]
}

/** 受払簿 of a year: by 様式・記号, by block, and every number that the year had. */
export function formSheets({ blocks, accounts, span }: FormsOfYear, full: readonly FormBlockInFull[]): WorkbookSheet[] {
  const total = sumOfAccounts(accounts.map(({ account }) => account))
  return [
    {
      name: '受払簿',
      columns: [{ heading: '様式・記号' }, ...accountColumns],
      rows: accounts.map(({ series, account }) => [series, ...accountCells(account)]),
      total: ['合計', ...accountCells(total)],
    },
    {
      name: '冊',
      columns: [{ heading: '様式・記号' }, { heading: '番号' }, { heading: '受取日', kind: 'date' }, { heading: '保管' }, ...accountColumns, { heading: '備考' }],
      rows: blocks.map((block) => [block.series, formNumbers(block), block.receivedOn, block.keeper, ...accountCells(block.account), block.note]),
      total: ['合計', '', null, '', ...accountCells(total), ''],
    },
    runSheet(full.map((block) => ({ series: block.series, runs: formRunsOfYear(block, span) }))),
  ]
}

/** What became of the numbers of blocks, run by run. */
export function runSheet(blocks: readonly { readonly series: string; readonly runs: readonly FormRun[] }[]): WorkbookSheet {
  return {
    name: '用紙の内訳',
    columns: [
      { heading: '様式・記号' }, { heading: '番号' }, { heading: '枚数', kind: 'count' }, { heading: '状態' }, { heading: '日付', kind: 'date' }, { heading: '交付先' },
      { heading: '金額（円）', kind: 'yen' }, { heading: '伝票番号', kind: 'count' }, { heading: '備考' },
    ],
    rows: blocks.flatMap(({ series, runs }) =>
      runs.map(({ form, ...run }) => [
        series, formNumbers(run), run.lastNumber - run.firstNumber + 1, receiptFormStateNames[form?.state ?? 'on_hand'], form?.usedOn ?? null, form?.recipient ?? '',
        form?.amountYen ?? null, form?.entryNumber ?? null, form?.note ?? '',
      ])),
  }
}
