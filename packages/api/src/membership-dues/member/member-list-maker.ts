import { type ListColumn, setListPaper } from '@sasaeai/documents/papers/list-paper'
import { formatFiscalYear, formatLocalDate, formatLocalDateShort } from '@sasaeai/domain/calendar/japanese-era'
import { memberListOrderSchema } from '@sasaeai/domain/document/document-order-input'
import { membershipListStateNames, membershipPaymentNames } from '@sasaeai/domain/membership-dues/member/membership-list-choice'
import type { MembershipFilter } from '@sasaeai/domain/membership-dues/member/membership-list-input'
import { membershipRouteNames } from '@sasaeai/domain/membership-dues/member/membership-route'
import { membershipStateNames } from '@sasaeai/domain/membership-dues/member/membership-state'
import { postedUntilWords } from '@sasaeai/domain/ledger/posting-moment'
import { formatYen } from '@sasaeai/domain/money/yen'
import { succeed } from '@sasaeai/domain/outcome/outcome'
import { noteMissingCharacters, piecesOfList } from '../../document/note-missing-characters.ts'
import { paperMaker, pdfType } from '../../document/paper-maker.ts'
import { readPaperHead } from '../../document/read-paper-head.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { counterOfMembers } from './counter-of-members.ts'
import { dayOfMembers } from './day-of-members.ts'
import { type MemberRow, readMembers } from './list-members.ts'
import { receivedOfMembers } from './received-of-members.ts'

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
/** More members than any council has. */
const most = 100_000

/** 会員名簿: the members that a list on the screen shows, by their readings. */
export const memberListMaker = paperMaker('member_list', memberListOrderSchema, {
  title: async (_deps, { filter: { fiscalYear, postedUntil } }) => succeed(`${formatFiscalYear(fiscalYear)} 会員名簿${postedUntil === undefined ? '' : ` ${postedUntilWords(postedUntil)}`}`),
  async make(desk, { filter }) {
    const at = await readReportMoment(desk.deps, filter.postedUntil)
    const day = dayOfMembers(filter, at, desk.day)
    const members = await readMembers(desk.deps, filter, { at, day, after: null, limit: most })
    await desk.expect(members.length)
    if (members.length === 0) return null
    const yearName = formatFiscalYear(filter.fiscalYear)
    const units = members.reduce((sum, member) => sum + member.units, 0)
    const received = formatYen(receivedOfMembers(members))
    const count = `${members.length.toLocaleString('ja-JP')}${await counterOfMembers(desk.deps, filter)}`
    const name = `会員名簿_${yearName}`
    const groups = [{ heading: '', rows: members.map(lineOf), subtotal: null }]
    await noteMissingCharacters(desk, piecesOfList({ columns, groups }))
    const bytes = await setListPaper({
      ...(await readPaperHead(desk, { title: name, day })),
      heading: `${yearName}　会員名簿`,
      notes: [`${formatLocalDate(day)}現在　${conditionWords(filter, members)}　${count}`, ...(filter.postedUntil === undefined ? [] : [`${postedUntilWords(filter.postedUntil)}　会員の登録もその時点による　氏名・住所・電話番号はいまの登録による`])],
      isWide: true,
      columns,
      groups,
      total: ['', '合計', count, units.toLocaleString('ja-JP'), '', '', '', '', '', received],
    })
    await desk.advance(members.length)
    return { fileName: `${name}.pdf`, mediaType: pdfType, bytes }
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

/** How the list was narrowed; a kind and an area are named by what was found. */
function conditionWords({ state, route, payment, duesKindId, text }: MembershipFilter, [first]: readonly MemberRow[]): string {
  const words = [membershipListStateNames[state]]
  if (duesKindId !== null && first !== undefined) words.push(first.duesKindName)
  if (route !== null) words.push(membershipRouteNames[route])
  if (payment !== null) words.push(membershipPaymentNames[payment])
  if (text.trim() !== '') words.push(`「${text.trim()}」を含む`)
  return words.join('・')
}
