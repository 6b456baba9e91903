import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { DonorListing, ExportDonorsInput } from '@sasaeai/domain/funding-indicator/tax-credit/donor-list-input'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { sumYen } from '@sasaeai/domain/money/yen'
import { type Outcome, succeed } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { excelFile, type ExportedFile } from '../../document/excel-file.ts'
import { recordDonationExport } from '../../donation/record-donation-export.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { writeReportTables } from '../write-report-tables.ts'
import { listDonors, type ListedDonor } from './list-donors.ts'

const columns = [
  { heading: '年度', kind: 'text' }, { heading: '支援者番号', kind: 'count' }, { heading: '氏名・名称', kind: 'text' }, { heading: '郵便番号', kind: 'text' }, { heading: '住所・所在地', kind: 'text' },
  { heading: '寄附の額（円）', kind: 'yen' }, { heading: '件数', kind: 'count' },
] as const

/** More donors than any year has. */
const everyDonor = 1_000_000

/** 寄附者名簿 of a fiscal year as a file; whoever has no address stands apart. */
export async function exportDonors(deps: Deps, actor: Actor, { fiscalYear, postedUntil, format }: ExportDonorsInput): Promise<Outcome<ExportedFile, 'not_in_cp932'>> {
  const at = await readReportMoment(deps, postedUntil)
  const listed = async (listing: DonorListing) => (await listDonors(deps, { fiscalYear, listing, cursor: null, limit: everyDonor, at })).rows
  const [counted, withoutAddress] = await Promise.all([listed('counted'), listed('without_address')])
  const name = `寄附者名簿_${formatFiscalYear(fiscalYear)}`
  const tables = [tableOf('寄附者名簿', counted), ...(withoutAddress.length === 0 ? [] : [tableOf('住所がない人', withoutAddress)])]
  const words = postedUntil === undefined ? formatFiscalYear(fiscalYear) : `${formatFiscalYear(fiscalYear)}　${postedUntilWords(postedUntil)}`
  const written = format === 'xlsx'
    ? succeed(await excelFile(name, tables.map(({ title, columns: headed, rows, total }) => ({ name: title, columns: headed, rows, total: total ?? undefined }))))
    : await writeReportTables({ name, title: '寄附者名簿', words, tables, format })
  if (written.ok) await recordDonationExport(deps, actor, { name, rows: counted.length + withoutAddress.length })
  return written
}

function tableOf(title: string, donors: readonly ListedDonor[]) {
  return {
    title,
    columns,
    rows: donors.map((donor) => [formatFiscalYear(donor.fiscalYear), donor.number, donor.name, donor.postalCode, donor.address, donor.amountYen, donor.gifts]),
    total: ['', null, `合計 ${donors.length}名`, '', '', sumYen(donors.map(({ amountYen }) => amountYen)), donors.reduce((sum, { gifts }) => sum + gifts, 0)],
  }
}
