import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import type { DuesListInput } from '@sasaeai/domain/membership-dues/export/dues-list-input'
import { fail } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordExport } from '../../user/record-export.ts'
import { memberCountSheets, memberSheets } from '../member/member-sheets.ts'
import { duesOfAreaSheets } from '../progress/dues-of-area-sheets.ts'
import { checkSheets, kindSheets, materialSheets, prospectSheets, rateSheet } from './dues-list-sheets.ts'
import { requestLineSheets } from '../request/dues-line-sheets.ts'
import { requestSheets } from '../request/dues-request-sheets.ts'
import { shareBackPayeeSheets } from '../share-back/share-back-payee-sheets.ts'
import { shareBackRunSheets } from '../share-back/share-back-run-sheets.ts'
import type { ListSheets } from '../../document/list-sheets.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'

/** A list of 社協会費 as a file. Who takes names out of the program leaves a trace. */
export async function exportDuesList(
  deps: Deps,
  actor: Actor,
  { format, ...input }: AsFile<DuesListInput>,
): Promise<ExportOutcome<(typeof goneCodes)[keyof typeof goneCodes]>> {
  const list = await listOf(deps, input)
  if ('gone' in list) return fail(goneCodes[list.gone])
  const written = await tableFile(list.name, list.sheets, format)
  if (written.ok && list.isPersonal) {
    const rows = list.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
    await recordDuesExport(deps, actor, { name: list.name, rows, subjectId: subjectOf(input) })
  }
  return written
}

function subjectOf(input: DuesListInput): string {
  if (input.list === 'request_lines') return input.requestId
  if (input.list === 'member') return input.membershipId
  if (input.list === 'area') return input.areaId
  return input.list === 'share_back_run' ? input.runId : String(input.fiscalYear)
}

/** What is said where the one thing that was asked for is not there any more. */
const goneCodes = { request_lines: 'dues_request_gone', share_back_run: 'share_back_run_gone', member: 'membership_not_found', area: 'row_gone' } as const

async function listOf(deps: Deps, input: DuesListInput): Promise<ListSheets | { readonly gone: keyof typeof goneCodes }> {
  if (input.list === 'request_lines') return (await requestLineSheets(deps, input.requestId)) ?? { gone: input.list }
  if (input.list === 'share_back_run') return (await shareBackPayeeSheets(deps, input)) ?? { gone: input.list }
  if (input.list === 'member') return (await memberSheets(deps, input.membershipId)) ?? { gone: input.list }
  if (input.list === 'area') return (await duesOfAreaSheets(deps, input)) ?? { gone: input.list }
  const yearName = formatFiscalYear(input.fiscalYear)
  switch (input.list) {
    case 'kinds':
      return { name: `会員種別と条件_${yearName}`, sheets: await kindSheets(deps, input.fiscalYear), isPersonal: false }
    case 'rates':
      return { name: `地域別の還元率_${yearName}`, sheets: [await rateSheet(deps, input.fiscalYear)], isPersonal: false }
    case 'materials':
      return { name: `資材_${yearName}`, sheets: await materialSheets(deps, input.fiscalYear), isPersonal: false }
    case 'checks':
      return { name: `確認が要る納入_${yearName}`, sheets: await checkSheets(deps, input.fiscalYear), isPersonal: true }
    case 'prospects':
      return { name: `入会の見込み_${yearName}`, sheets: await prospectSheets(deps, input), isPersonal: true }
    case 'requests':
      return { name: `納入のお願い_${yearName}`, sheets: await requestSheets(deps, input.fiscalYear), isPersonal: false }
    case 'member_counts':
      return { name: `会員の増減_${yearName}`, sheets: await memberCountSheets(deps, input), isPersonal: false }
    case 'share_back_runs':
      return { name: `還元金の計算_${yearName}`, sheets: await shareBackRunSheets(deps, input), isPersonal: false }
  }
}

/** Writes down that somebody took a list with names out of the program. */
export function recordDuesExport(
  deps: Deps,
  actor: Actor,
  { name, rows, subjectId }: { name: string; rows: number; subjectId: string },
): Promise<void> {
  return recordExport(deps, actor, { action: 'dues_list.export', subjectKind: 'dues_list', subjectId, after: { title: name, count: rows } })
}
