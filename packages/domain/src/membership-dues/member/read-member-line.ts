import type { LocalDate } from '../../calendar/local-date.ts'
import { parseDate } from '../../calendar/parse-date.ts'
import { optionalPhoneText } from '../../text/optional-phone.ts'
import { readingSchema } from '../../text/reading.ts'
import { normalizeForSearch } from '../../text/search-text.ts'
import type { MemberColumn } from './member-import-columns.ts'
import { unitsSchema } from './membership-input.ts'
import type { MembershipRoute } from './membership-route.ts'

/** A line of the file as it was typed: only the columns that the file has. */
export interface TypedMemberLine {
  readonly lineNumber: number
  readonly cells: Partial<Readonly<Record<MemberColumn, string>>>
}

/** A line that could be read; the words in it have not been looked up yet. */
export interface ReadMemberLine {
  readonly lineNumber: number
  /** Null where the file gives none: the supporter is to be registered. */
  readonly supporterNumber: number | null
  readonly name: string
  readonly kana: string
  readonly address: string
  readonly phone: string
  readonly duesKind: string
  readonly units: number
  readonly joinedOn: LocalDate
  readonly route: MembershipRoute
  readonly areaCode: string
  readonly note: string
  readonly errors: readonly string[]
}

/** Whether a line is the sum below a list, as this program and offices write it: 「合計」「合計 12件」「計」, without a kind. */
export function isSumLine({ cells }: TypedMemberLine): boolean {
  const isBlank = (column: MemberColumn) => (cells[column] ?? '').trim() === ''
  return isBlank('supporterNumber') && isBlank('duesKind') && /^合?\s*計\s*[\d,]*[件名社]?$/.test((cells.name ?? '').normalize('NFKC').trim())
}

interface LineDefaults {
  readonly today: LocalDate
  /** For lines that do not say since when. */
  readonly joinedOn: LocalDate
}

/** Reads one line; every fault is a sentence that says what to write instead. */
export function readMemberLine({ lineNumber, cells }: TypedMemberLine, defaults: LineDefaults): ReadMemberLine {
  const errors: string[] = []
  const parsed = <T>(result: { data?: T; error?: { issues: readonly { message: string }[] } }, otherwise: T): T => {
    if (result.error !== undefined) errors.push(result.error.issues[0]?.message ?? '')
    return result.data ?? otherwise
  }
  const text = (column: MemberColumn) => (cells[column] ?? '').trim()
  const areaCode = text('areaCode').normalize('NFKC')
  const line = {
    lineNumber,
    supporterNumber: numberIn(text('supporterNumber'), errors),
    name: text('name').slice(0, 100),
    kana: parsed(readingSchema.safeParse(text('kana')), ''),
    address: text('address').slice(0, 200),
    phone: parsed(optionalPhoneText.safeParse(text('phone')), ''),
    duesKind: text('duesKind'),
    units: text('units') === '' ? 1 : parsed(unitsSchema.safeParse(text('units')), 1),
    joinedOn: dayIn(text('joinedOn'), defaults, errors),
    route: routeIn(text('route'), areaCode, errors),
    areaCode,
    note: text('note').slice(0, 500),
  }
  if (line.supporterNumber === null && line.name === '') errors.push('名称を入力してください。登録済みの支援者は、支援者番号だけでも取り込めます。')
  if (line.duesKind === '') errors.push('種別を入力してください。')
  if (line.route === 'association' && areaCode === '') errors.push('自治会を通して納める会員には、自治会番号を入力してください。')
  return { ...line, errors }
}

function numberIn(text: string, errors: string[]): number | null {
  const digits = text.normalize('NFKC').replaceAll(',', '')
  if (digits === '') return null
  if (/^\d{1,9}$/.test(digits)) return Number(digits)
  errors.push(`支援者番号「${text}」を読めません。数字で入力するか、空けておいてください。`)
  return null
}

function dayIn(text: string, { today, joinedOn }: LineDefaults, errors: string[]): LocalDate {
  if (text === '') return joinedOn
  const date = parseDate(text, { today })
  if (date.ok) return date.date
  errors.push(`入会日「${text}」を読めません。R8.4.1 や 2026-04-01 の形で入力してください。`)
  return joinedOn
}

/** 「直接」, or anything that names a 自治会; where the file says nothing, whoever has a 自治会 pays through it. */
function routeIn(text: string, areaCode: string, errors: string[]): MembershipRoute {
  const word = normalizeForSearch(text)
  if (word === '') return areaCode === '' ? 'direct' : 'association'
  if (['直接', '窓口', '振込', '振込み', '直納'].map(normalizeForSearch).includes(word)) return 'direct'
  if (['自治会', '町内会', '行政区', '地区'].some((known) => word.includes(normalizeForSearch(known)))) return 'association'
  errors.push(`経路「${text}」がわかりません。「直接」か「自治会を通して」と入力してください。`)
  return 'direct'
}
