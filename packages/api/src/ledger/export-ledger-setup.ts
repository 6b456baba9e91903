import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { accountCategoryNames } from '@sasaeai/domain/ledger/account-category'
import { fundingCategoryNames } from '@sasaeai/domain/ledger/funding-category'
import type { Deps } from '../deps.ts'
import { type ExportOutcome, tableFile } from '../document/table-file.ts'
import { listFundingSources } from './funding-source-table.ts'
import { listLedgerAccounts } from './ledger-account-table.ts'

/** 勘定科目: every account, those out of use with the day since which they are. */
export async function exportLedgerAccounts(deps: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  const accounts = await listLedgerAccounts(deps.db)
  const names = new Map(accounts.map(({ id, name }) => [id, name]))
  return tableFile('勘定科目', [{
    name: '勘定科目',
    columns: [
      { heading: 'コード' }, { heading: '名称' }, { heading: '区分' }, { heading: '上位の科目' }, { heading: '見出し' }, { heading: '帳簿' }, { heading: '拠点区分' }, { heading: 'サービス区分' },
      { heading: '使用終了日', kind: 'date' },
    ],
    rows: accounts.map((account) => [
      account.code, account.name, accountCategoryNames[account.category], account.parentId === null ? '' : (names.get(account.parentId) ?? ''), account.isHeading ? '見出し' : '',
      account.book === 'branch' ? '支会の帳簿' : '社協の帳簿', account.siteCode, account.serviceCode, account.closedOn,
    ]),
  }], format)
}

/** 財源: every source with the account that it is booked to. */
export async function exportFundingSources(deps: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  const sources = await listFundingSources(deps.db)
  return tableFile('財源', [{
    name: '財源',
    columns: [{ heading: 'コード' }, { heading: '名称' }, { heading: '区分' }, { heading: '記帳する科目' }, { heading: '使用終了日', kind: 'date' }],
    rows: sources.map((source) => [source.code, source.name, fundingCategoryNames[source.category], source.accountName, source.closedOn]),
  }], format)
}
