import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { GrantListInput } from '@sasaeai/domain/grant/grant-list-input'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import type { ListSheets } from '../../document/list-sheets.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { recordExport } from '../../user/record-export.ts'
import { listGrantCalls } from '../call/list-grant-calls.ts'
import { readGrantCall } from '../call/read-grant-call.ts'
import { listReliefPayments } from '../relief/list-relief-payments.ts'
import { readGrantReview } from '../review/read-grant-review.ts'
import { grantApplicationSheets, grantCallSheets, grantCommitteeSheets, grantReviewSheets, reliefSheets } from './grant-sheets.ts'

/** A list of 助成 as an Excel workbook. Who takes names out of the program leaves a trace. */
export async function exportGrantList(deps: Deps, actor: Actor, { format, ...input }: AsFile<GrantListInput>): Promise<ExportOutcome<'row_gone'>> {
  const list = await listOf(deps, input)
  if (list === null) return fail('row_gone')
  const written = await tableFile(list.name, list.sheets, format)
  if (written.ok && list.isPersonal) await recordGrantExport(deps, actor, list)
  return written
}

/** Null when the call is not there. */
async function listOf(deps: Deps, input: GrantListInput): Promise<ListSheets | null> {
  switch (input.list) {
    case 'calls':
      return {
        name: `助成_${formatFiscalYear(input.fiscalYear)}`,
        sheets: [...grantCallSheets(await listGrantCalls(deps, input.fiscalYear, await readReportMoment(deps, input.postedUntil))), ...momentSheets(input.postedUntil)],
        isPersonal: false,
      }
    case 'committees':
      return { name: `配分委員会_${formatFiscalYear(input.fiscalYear)}`, sheets: await grantCommitteeSheets(deps, input.fiscalYear), isPersonal: false }
    case 'review':
      return {
        name: `助成の見直し_${formatFiscalYear(input.fiscalYear)}`,
        sheets: [...grantReviewSheets(await readGrantReview(deps, input, await readReportMoment(deps, input.postedUntil))), ...momentSheets(input.postedUntil)],
        isPersonal: false,
      }
    case 'applications':
    case 'relief':
      return listOfCall(deps, input)
  }
}

async function listOfCall(deps: Deps, { list, callId, postedUntil }: Extract<GrantListInput, { list: 'applications' | 'relief' }>): Promise<ListSheets | null> {
  const at = await readReportMoment(deps, postedUntil)
  const call = await readGrantCall(deps, callId, at)
  if (call === null) return null
  const name = `${call.name.replaceAll(/[\\/:*?"<>|]/g, '・')}_${formatFiscalYear(call.fiscalYear)}`
  return list === 'applications'
    ? { name: `申請_${name}`, sheets: [...grantApplicationSheets(call), ...momentSheets(postedUntil)], isPersonal: true }
    : { name: `見舞金_${name}`, sheets: [...reliefSheets(await listReliefPayments(deps, callId, at)), ...momentSheets(postedUntil)], isPersonal: false }
}

function recordGrantExport(deps: Deps, actor: Actor, { name, sheets }: ListSheets): Promise<void> {
  const count = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  return recordExport(deps, actor, { action: 'grant_list.export', subjectKind: 'grant_list', subjectId: name, after: { title: name, count } })
}
