import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { CampaignId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome, type Success } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { excelFile, type ExportedFile } from '../../document/excel-file.ts'
import { custodyAccount } from './custody-account-query.ts'
import { custodyOfYear } from './custody-queries.ts'
import { custodyAccountSheets, custodySheets } from './custody-sheets.ts'

/** 預り金と送金 of a year as an Excel workbook. */
export async function exportCustody(deps: Deps, year: FiscalYear): Promise<Success<ExportedFile>> {
  return succeed(await excelFile(`預り金と送金_${formatFiscalYear(year)}`, custodySheets(await custodyOfYear(deps, year))))
}

/** One drive's movements and remittances as an Excel workbook. */
export async function exportCustodyAccount(deps: Deps, campaignId: CampaignId): Promise<Outcome<ExportedFile, 'row_gone'>> {
  const account = await custodyAccount(deps, campaignId)
  if (account === null) return fail('row_gone')
  const { fiscalYear, name } = account.custody
  return succeed(await excelFile(`預り金の動き_${formatFiscalYear(fiscalYear)}_${name}`, custodyAccountSheets(account)))
}
