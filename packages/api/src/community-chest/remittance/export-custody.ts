import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { CustodyOfYearInput } from '@sasaeai/domain/community-chest/remittance/remittance-input'
import type { CampaignId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome, type Success } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { excelFile, type ExportedFile } from '../../document/excel-file.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { custodyAccount } from './custody-account-query.ts'
import { custodyOfYear } from './custody-queries.ts'
import { custodyAccountSheets, custodySheets } from './custody-sheets.ts'

/** 預り金と送金 of a year as an Excel workbook. */
export async function exportCustody(deps: Deps, { fiscalYear, postedUntil }: CustodyOfYearInput): Promise<Success<ExportedFile>> {
  const custody = await custodyOfYear(deps, fiscalYear, await readReportMoment(deps, postedUntil))
  return succeed(await excelFile(`預り金と送金_${formatFiscalYear(fiscalYear)}`, [...custodySheets(custody), ...momentSheets(postedUntil)]))
}

/** One drive's movements and remittances as an Excel workbook. */
export async function exportCustodyAccount(deps: Deps, campaignId: CampaignId): Promise<Outcome<ExportedFile, 'row_gone'>> {
  const account = await custodyAccount(deps, campaignId)
  if (account === null) return fail('row_gone')
  const { fiscalYear, name } = account.custody
  return succeed(await excelFile(`預り金の動き_${formatFiscalYear(fiscalYear)}_${name}`, custodyAccountSheets(account)))
}
