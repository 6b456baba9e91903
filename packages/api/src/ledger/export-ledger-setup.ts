import type { ExportAsking } from '@sasaeai/domain/document/export-format'
import { accountCategoryNames } from '@sasaeai/domain/ledger/account-category'
import { fundingCategoryNames } from '@sasaeai/domain/ledger/funding-category'
import type { Deps } from '../deps.ts'
import { groundFile } from '../document/ground-file.ts'
import type { ExportOutcome } from '../document/table-file.ts'
import { listFundingSources } from './funding-source-table.ts'
import { listLedgerAccounts } from './ledger-account-table.ts'

/** 勘定科目: every account, those out of use with the day since which they are. */
export async function exportLedgerAccounts({ db }: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  const lines = await listLedgerAccounts(db)
  const names = new Map(lines.map(({ id, name }) => [id, name]))
  return groundFile({
    name: '勘定科目',
    lines,
    columns: [
      { heading: '区分', cell: ({ category }) => accountCategoryNames[category] },
      { heading: '上位の科目', cell: ({ parentId }) => (parentId === null ? '' : (names.get(parentId) ?? '')) },
      { heading: '見出し', cell: ({ isHeading }) => (isHeading ? '見出し' : '') },
      { heading: '帳簿', cell: ({ book }) => (book === 'branch' ? '支会の帳簿' : '社協の帳簿') },
      { heading: '拠点区分', cell: ({ siteCode }) => siteCode },
      { heading: 'サービス区分', cell: ({ serviceCode }) => serviceCode },
    ],
  }, format)
}

/** 財源: every source with the account that it is booked to. */
export async function exportFundingSources({ db }: Deps, { format }: ExportAsking): Promise<ExportOutcome> {
  return groundFile({
    name: '財源',
    lines: await listFundingSources(db),
    columns: [
      { heading: '区分', cell: ({ category }) => fundingCategoryNames[category] },
      { heading: '記帳する科目', cell: ({ accountName }) => accountName },
    ],
  }, format)
}
