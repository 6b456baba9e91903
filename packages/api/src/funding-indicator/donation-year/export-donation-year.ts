import { firstDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear, formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import type { AcknowledgedWords } from '@sasaeai/domain/donation/acknowledgment/acknowledged-words'
import type { DonationYearExportInput } from '@sasaeai/domain/funding-indicator/donation-year/donation-year-input'
import { donationYearTables } from '@sasaeai/domain/funding-indicator/donation-year/donation-year-tables'
import type { ReportTable } from '@sasaeai/domain/funding-indicator/report-table'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import type { ExportedFile } from '../../document/excel-file.ts'
import { recordDonationExport } from '../../donation/record-donation-export.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { wordsOfCut } from '../export-dashboard.ts'
import { writeReportTables } from '../write-report-tables.ts'
import { readDonationYear } from './read-donation-year.ts'
import { readYearNames } from './read-year-names.ts'

/** The tables of 寄附の年次報告 and the names that their givers agreed to, as a file; who took it is written down. */
export async function exportDonationYear(deps: Deps, actor: Actor, { format, ...input }: DonationYearExportInput): Promise<Outcome<ExportedFile, 'not_in_cp932'>> {
  const at = await readReportMoment(deps, input.postedUntil)
  const year = await readDonationYear(deps, input, at)
  const { cut } = year
  const { gifts } = await readYearNames(deps, input, at)
  const name = `寄附の年次報告_${formatFiscalYear(cut.fiscalYear)}_${cut.asOf}`
  const tables = [...donationYearTables(year), namesTable(gifts, `${formatLocalDate(firstDayOf(cut.fiscalYear))}〜${formatLocalDate(cut.asOf)}`)]
  const file = await writeReportTables({ name, title: '寄附の年次報告', words: wordsOfCut(cut), tables, format })
  if (file.ok) await recordDonationExport(deps, actor, { name, rows: gifts.length })
  return file
}

function namesTable(gifts: readonly (AcknowledgedWords & { readonly areaName: string })[], days: string): ReportTable {
  return {
    title: `芳名（${days}）`,
    columns: [{ heading: '芳名', kind: 'text' }, { heading: '金額・品名', kind: 'text' }, { heading: '地域', kind: 'text' }],
    rows: gifts.map(({ name, given, areaName }) => [name, given, areaName]),
    total: null,
  }
}
