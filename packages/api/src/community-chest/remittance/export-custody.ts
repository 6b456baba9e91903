import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { CustodyOfCampaignInput, CustodyOfYearInput } from '@sasaeai/domain/community-chest/remittance/remittance-input'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { custodyAccount } from './custody-account-query.ts'
import { custodyOfYear } from './custody-queries.ts'
import { custodyAccountSheets, custodySheets } from './custody-sheets.ts'

/** 預り金と送金 of a year as an Excel workbook. */
export async function exportCustody(deps: Deps, { fiscalYear, postedUntil, format }: AsFile<CustodyOfYearInput>): Promise<ExportOutcome> {
  const custody = await custodyOfYear(deps, fiscalYear, await readReportMoment(deps, postedUntil))
  return tableFile(`預り金と送金_${formatFiscalYear(fiscalYear)}`, [...custodySheets(custody), ...momentSheets(postedUntil)], format)
}

/** One drive's movements and remittances as an Excel workbook. */
export async function exportCustodyAccount(deps: Deps, { campaignId, postedUntil, format }: AsFile<CustodyOfCampaignInput>): Promise<ExportOutcome<'row_gone'>> {
  const account = await custodyAccount(deps, campaignId, await readReportMoment(deps, postedUntil))
  if (account === null) return fail('row_gone')
  const { fiscalYear, name } = account.custody
  return tableFile(`預り金の動き_${formatFiscalYear(fiscalYear)}_${name}`, [...custodyAccountSheets(account), ...momentSheets(postedUntil)], format)
}
