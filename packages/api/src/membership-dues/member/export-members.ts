import type { WorkbookColumn } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { AsFile } from '@sasaeai/domain/document/export-format'
import { membershipPaymentNames } from '@sasaeai/domain/membership-dues/member/membership-list-choice'
import type { MembershipFilter } from '@sasaeai/domain/membership-dues/member/membership-list-input'
import { membershipRouteNames } from '@sasaeai/domain/membership-dues/member/membership-route'
import { membershipStateNames } from '@sasaeai/domain/membership-dues/member/membership-state'
import { sumYen } from '@sasaeai/domain/money/yen'
import type { Actor, Deps } from '../../deps.ts'
import { momentSheets } from '../../document/moment-sheet.ts'
import { type ExportOutcome, tableFile } from '../../document/table-file.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { recordDuesExport } from '../export/export-dues-list.ts'
import { counterOfMembers } from './counter-of-members.ts'
import { dayOfMembers } from './day-of-members.ts'
import { type MemberRow, readMembers } from './list-members.ts'
import { receivedOfMembers } from './received-of-members.ts'

/** The first ones are those that the import reads back. */
const columns: readonly WorkbookColumn[] = [
  { heading: '支援者番号', kind: 'count' },
  { heading: '名称' },
  { heading: 'フリガナ' },
  { heading: '住所' },
  { heading: '電話' },
  { heading: '種別' },
  { heading: '口数', kind: 'count' },
  { heading: '入会日', kind: 'date' },
  { heading: '経路' },
  { heading: '自治会番号' },
  { heading: '自治会' },
  { heading: '退会日', kind: 'date' },
  { heading: '状態' },
  { heading: '目安額', kind: 'yen' },
  { heading: '納入額', kind: 'yen' },
  { heading: '納入' },
]

/** More memberships than any council has. */
const everybody = 1_000_000

/** Everybody that the list shows for these filters, over all its pages, as an Excel file. */
export async function exportMembers(deps: Deps, actor: Actor, { format, ...filter }: AsFile<MembershipFilter>): Promise<ExportOutcome> {
  const at = await readReportMoment(deps, filter.postedUntil)
  const day = dayOfMembers(filter, at, localDateInTokyo(deps.now()))
  const members = await readMembers(deps, filter, { at, day, after: null, limit: everybody })
  const name = `会員_${formatFiscalYear(filter.fiscalYear)}`
  const written = await tableFile(name, [{ name: '会員', columns, rows: members.map(cellsOf), total: totalOf(members, await counterOfMembers(deps, filter)) }, ...momentSheets(filter.postedUntil)], format)
  if (written.ok) await recordDuesExport(deps, actor, { name, rows: members.length, subjectId: String(filter.fiscalYear) })
  return written
}

/** Begins with 合計, by which the import tells that it is nobody. */
function totalOf(members: readonly MemberRow[], counter: string): (string | number | null)[] {
  const units = members.reduce((sum, member) => sum + member.units, 0)
  const expectedYen = sumYen(members.flatMap((member) => member.expectedYen ?? []))
  return [null, `合計 ${members.length}${counter}`, '', '', '', '', units, null, '', '', '', null, '', expectedYen, receivedOfMembers(members), '']
}

function cellsOf(member: MemberRow): (string | number | null)[] {
  return [
    member.supporterNumber,
    member.name,
    member.kana,
    member.address,
    member.phone,
    member.duesKindName,
    member.units,
    member.joinedOn,
    membershipRouteNames[member.route],
    member.areaCode ?? '',
    member.areaName ?? '',
    member.leftOn ?? '',
    member.state === null ? '' : membershipStateNames[member.state],
    member.expectedYen,
    member.receivedYen,
    membershipPaymentNames[member.payment],
  ]
}
