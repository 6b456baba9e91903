import type { WorkbookColumn, WorkbookSheet } from '@sasaeai/documents/write-workbook'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { sumYen } from '@sasaeai/domain/money/yen'
import { succeed, type Success } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { excelFile, type ExportedFile } from '../../document/excel-file.ts'
import { recordDonationExport } from '../../donation/record-donation-export.ts'
import { listDonors, type ListedDonor } from './list-donors.ts'

const columns: readonly WorkbookColumn[] = [
  { heading: '年度' }, { heading: '支援者番号', kind: 'count' }, { heading: '氏名・名称' }, { heading: '郵便番号' }, { heading: '住所・所在地' },
  { heading: '寄附の額（円）', kind: 'yen' }, { heading: '件数', kind: 'count' },
]

/** More donors than any year has. */
const everyDonor = 1_000_000

/** 寄附者名簿 of a fiscal year as an Excel file; whoever has no address stands on a sheet apart. */
export async function exportDonors(deps: Deps, actor: Actor, { fiscalYear }: { readonly fiscalYear: FiscalYear }): Promise<Success<ExportedFile>> {
  const listed = async (listing: 'counted' | 'without_address') => (await listDonors(deps, { fiscalYear, listing, cursor: null, limit: everyDonor })).rows
  const [counted, withoutAddress] = await Promise.all([listed('counted'), listed('without_address')])
  const name = `寄附者名簿_${formatFiscalYear(fiscalYear)}`
  await recordDonationExport(deps, actor, { name, rows: counted.length + withoutAddress.length })
  const sheets = [sheetOf('寄附者名簿', counted)]
  return succeed(await excelFile(name, withoutAddress.length === 0 ? sheets : [...sheets, sheetOf('住所がない人', withoutAddress)]))
}

function sheetOf(name: string, donors: readonly ListedDonor[]): WorkbookSheet {
  return {
    name,
    columns,
    rows: donors.map((donor) => [formatFiscalYear(donor.fiscalYear), donor.number, donor.name, donor.postalCode, donor.address, donor.amountYen, donor.gifts]),
    total: ['', null, `合計 ${donors.length}名`, '', '', sumYen(donors.map(({ amountYen }) => amountYen)), donors.reduce((sum, { gifts }) => sum + gifts, 0)],
  }
}
