import type { ListColumn } from '@sasaeai/documents/papers/list-paper'
import type { WorkbookColumn } from '@sasaeai/documents/write-workbook'
import { formatFiscalYear, formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { memberListOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { membershipListStateNames, membershipPaymentNames } from '@sasaeai/domain/membership-dues/membership-list-choice'
import type { MembershipFilter } from '@sasaeai/domain/membership-dues/membership-list-input'
import { membershipRouteNames } from '@sasaeai/domain/membership-dues/membership-route'
import { dayInYear, membershipStateNames } from '@sasaeai/domain/membership-dues/membership-state'
import { formatYen, sumYen } from '@sasaeai/domain/money/yen'
import { succeed } from '@sasaeai/domain/outcome/outcome'
import { makeListFile } from '../document/make-list-file.ts'
import { paperMaker } from '../document/paper-maker.ts'
import { type MemberRow, readMembers } from './list-members.ts'

const columns: readonly ListColumn[] = [
  { heading: '番号', mm: 13, side: 'end' },
  { heading: '氏名・名称', fr: 3 },
  { heading: '会員種別', mm: 25 },
  { heading: '口数', mm: 13, side: 'end' },
  { heading: '経路', mm: 28 },
  { heading: '住所', fr: 4 },
  { heading: '電話番号', mm: 27 },
  { heading: '入会日', mm: 18 },
  { heading: '状態', mm: 15, side: 'middle' },
  { heading: '納入額', mm: 19, side: 'end' },
]
const sheetColumns: readonly WorkbookColumn[] = [
  { heading: '番号', kind: 'count' },
  { heading: '氏名・名称' },
  { heading: 'フリガナ' },
  { heading: '会員種別' },
  { heading: '口数', kind: 'count' },
  { heading: '経路' },
  { heading: '自治会' },
  { heading: '住所' },
  { heading: '電話番号' },
  { heading: '入会日', kind: 'date' },
  { heading: '退会日', kind: 'date' },
  { heading: '状態' },
  { heading: '目安額', kind: 'yen' },
  { heading: '納入額', kind: 'yen' },
  { heading: '納入' },
]

/** More members than any council has. */
const most = 100_000

/** 会員名簿: the members that a list on the screen shows, by their readings. */
export const memberListMaker = paperMaker('member_list', memberListOrderSchema, {
  title: async (_deps, { filter, format }) => succeed(`${formatFiscalYear(filter.fiscalYear)} 会員名簿${format === 'xlsx' ? '（Excel）' : ''}`),
  async make(desk, { filter, format }) {
    const day = dayInYear(filter.fiscalYear, desk.day)
    const members = await readMembers(desk.deps, filter, { day, after: null, limit: most })
    await desk.expect(members.length)
    for (const _ of members) await desk.advance()
    if (members.length === 0) return null
    const yearName = formatFiscalYear(filter.fiscalYear)
    const units = members.reduce((sum, member) => sum + member.units, 0)
    const received = formatYen(sumYen(members.map(({ receivedYen }) => receivedYen)))
    return makeListFile(desk, format, {
      name: `会員名簿_${yearName}`,
      heading: `${yearName}　会員名簿`,
      notes: [`${formatLocalDate(day)}現在　${conditionWords(filter, members)}　${members.length.toLocaleString('ja-JP')}件`],
      isWide: true,
      columns,
      groups: [{ heading: '', rows: members.map(lineOf), subtotal: null }],
      total: ['', '合計', `${members.length.toLocaleString('ja-JP')}件`, units.toLocaleString('ja-JP'), '', '', '', '', '', received],
      sheet: { columns: sheetColumns, rows: members.map(rowOf) },
    })
  },
})

function lineOf(member: MemberRow): string[] {
  const { supporterNumber, name, duesKindName, units, route, areaName, address, phone, joinedOn, state, receivedYen } = member
  return [
    String(supporterNumber),
    name,
    duesKindName,
    units.toLocaleString('ja-JP'),
    route === 'direct' ? membershipRouteNames.direct : (areaName ?? ''),
    address,
    phone,
    formatLocalDateShort(joinedOn),
    state === null ? '' : membershipStateNames[state],
    receivedYen === 0 ? '' : formatYen(receivedYen),
  ]
}

function rowOf(member: MemberRow): (string | number | null)[] {
  const { supporterNumber, name, kana, duesKindName, units, route, areaName, address, phone, joinedOn, leftOn } = member
  return [
    supporterNumber, name, kana, duesKindName, units, membershipRouteNames[route], areaName ?? '', address, phone, joinedOn, leftOn,
    member.state === null ? '' : membershipStateNames[member.state], member.expectedYen, member.receivedYen, membershipPaymentNames[member.payment],
  ]
}

/** How the list was narrowed; a kind and an area are named by what was found. */
function conditionWords({ state, route, payment, duesKindId, text }: MembershipFilter, [first]: readonly MemberRow[]): string {
  const words = [membershipListStateNames[state]]
  if (duesKindId !== null && first !== undefined) words.push(first.duesKindName)
  if (route !== null) words.push(membershipRouteNames[route])
  if (payment !== null) words.push(membershipPaymentNames[payment])
  if (text.trim() !== '') words.push(`「${text.trim()}」を含む`)
  return words.join('・')
}
