import type { AreaId } from '../../ids.ts'
import { normalizeForSearch } from '../../text/search-text.ts'
import { type Acknowledgment, acknowledgmentNames, acknowledgments } from '../acknowledgment.ts'
import { type DonorAttribute, donorAttributeNames, donorAttributes } from '../donor-attribute.ts'
import { receiptDeliveries, receiptDeliveryNames } from '../receipt-delivery.ts'
import { type SupporterDetails, supporterDetailsSchema } from '../supporter-details.ts'
import { type SupporterKind, supporterKindNames, supporterKinds } from '../supporter-kind.ts'
import { type SupporterColumn, supporterColumnNames } from './supporter-import-columns.ts'

/** A line of the file as it was typed: only the columns that are taken in. */
export interface TypedSupporterLine {
  readonly lineNumber: number
  readonly cells: Partial<Readonly<Record<SupporterColumn, string>>>
}

/** The fields that a line fills in. What the file leaves empty keeps what is recorded. */
export type SupporterPatch = Partial<SupporterDetails>

/** What is wrong with a cell, and what to write instead. */
export interface CellFault {
  /** The heading in our words. */
  readonly column: string
  readonly words: string
}

export interface ReadSupporterLine {
  readonly lineNumber: number
  readonly number: number | null
  readonly name: string
  /** Without the area, which one name may leave open. */
  readonly patch: SupporterPatch
  /** The areas that the cell may mean; null where there is no such cell. */
  readonly areaIds: readonly AreaId[] | null
  readonly faults: readonly CellFault[]
}

/** The areas that a cell may mean, by code or name. */
export type FindAreas = (cell: string) => readonly AreaId[]

/** Reads one line; every fault is a sentence that says what to write instead. */
export function readSupporterLine({ lineNumber, cells }: TypedSupporterLine, findAreas: FindAreas): ReadSupporterLine {
  const faults: CellFault[] = []
  const blame = (column: SupporterColumn, words: string) => faults.push({ column: supporterColumnNames[column], words })
  const given = givenFields(cells, blame)
  const parsed = supporterDetailsSchema.safeParse({ ...given, name: given.name ?? '', kind: given.kind ?? guessedKind(cells.name ?? '') })
  if (!parsed.success) {
    for (const issue of parsed.error.issues) blame(columnNamed(issue.path[0]), issue.message)
  }
  const areaCell = cells.areaId ?? ''
  const areaIds = areaCell === '' ? null : findAreas(areaCell)
  if (areaIds?.length === 0) blame('areaId', `地域「${areaCell}」は登録されていません。名称かコードを直すか、先に地域を登録してください。`)
  return {
    lineNumber,
    number: numberIn(cells.number ?? '', blame),
    name: cells.name ?? '',
    patch: parsed.success ? givenOf(parsed.data, given) : {},
    areaIds,
    faults,
  }
}

/** What a supporter of that name most likely is, where no column says it. */
export function guessedKind(name: string): SupporterKind {
  if (/(自治会|町内会|行政区|区会)$/.test(name)) return 'neighborhood_association'
  return /[(（]?[株有][)）]|㈱|㈲|会社|法人|組合|協会|協議会|病院|クラブ|商店|会$/.test(name) ? 'organization' : 'person'
}

type Blame = (column: SupporterColumn, words: string) => void
type GivenFields = { [Field in (typeof detailNames)[number]]?: unknown }

/** The filled cells with their words turned into choices, as the form would send them. */
function givenFields(cells: TypedSupporterLine['cells'], blame: Blame): GivenFields {
  const given: GivenFields = {}
  for (const column of plainColumns) if ((cells[column] ?? '') !== '') given[column] = cells[column]
  for (const column of choiceColumns) {
    const cell = cells[column] ?? ''
    if (cell === '') continue
    const choice = choicesByWord[column].get(normalizeForSearch(cell))
    if (choice === undefined) blame(column, `「${cell}」は読み取れません。${examples[column].join('・')}のどれかにしてください。`)
    else given[column] = choice
  }
  return given
}

const plainColumns = ['name', 'kana', 'honorific', 'postalCode', 'address', 'mailingName', 'mailingPostalCode', 'mailingAddress', 'phone', 'email', 'note'] as const
const choiceColumns = ['kind', 'acknowledgment', 'wantsMail', 'receiptDelivery', 'attribute'] as const
const detailNames = [...plainColumns, ...choiceColumns] as const

function numberIn(cell: string, blame: Blame): number | null {
  if (cell === '') return null
  const digits = cell.normalize('NFKC').replaceAll(',', '')
  if (/^\d{1,9}$/.test(digits)) return Number(digits)
  blame('number', `「${cell}」は支援者番号ではありません。数字だけにするか、この列を取り込まないようにしてください。`)
  return null
}

function columnNamed(field: unknown): SupporterColumn {
  return plainColumns.find((each) => each === field) ?? 'name'
}

/** Of what the schema fills up, what the line gave. A name is always there: 匿名 where nobody is named. */
function givenOf(details: SupporterDetails, given: GivenFields): SupporterPatch {
  return Object.fromEntries(Object.entries(details).filter(([name]) => name === 'name' || name in given))
}

function wordsOf<Choice extends string>(choices: readonly Choice[], names: Readonly<Record<Choice, string>>, others: Readonly<Record<string, Choice>>): Map<string, Choice> {
  return new Map([
    ...choices.map((choice): [string, Choice] => [normalizeForSearch(names[choice]), choice]),
    ...Object.entries(others).map(([word, choice]): [string, Choice] => [normalizeForSearch(word), choice]),
  ])
}

const kindByWord = wordsOf<SupporterKind>(supporterKinds, supporterKindNames, {
  家族: 'family', 世帯: 'family', 団体: 'organization', 法人: 'organization', 企業: 'organization', 会社: 'organization', 町内会: 'neighborhood_association', 行政区: 'neighborhood_association',
})
const acknowledgmentByWord = wordsOf<Acknowledgment>(acknowledgments, acknowledgmentNames, {
  可: 'named', 掲載可: 'named', 掲載: 'named', 希望: 'named', '○': 'named', 不可: 'anonymous', 掲載不可: 'anonymous', 希望しない: 'anonymous', '×': 'anonymous', 金額非掲載: 'amount_hidden', 氏名のみ: 'amount_hidden',
})
const attributeByWord = wordsOf<DonorAttribute>(donorAttributes, donorAttributeNames, { 役員: 'officer', 職員: 'officer', 役職員: 'officer', 家族: 'family', 業者: 'business_partner', 一般: 'other' })
const deliveryByWord = wordsOf(receiptDeliveries, receiptDeliveryNames, { 紙: 'paper', 要: 'paper', 必要: 'paper', '○': 'paper', pdf: 'pdf', メール: 'pdf', 不要: 'none', 否: 'none', '×': 'none' })
const wishByWord = new Map(
  Object.entries({ 希望している: true, 希望する: true, 希望: true, 要: true, 可: true, 有: true, '○': true, はい: true, 希望していない: false, 希望しない: false, 不要: false, 不可: false, 無: false, 否: false, '×': false, いいえ: false })
    .map(([word, wish]): [string, boolean] => [normalizeForSearch(word), wish]),
)

const choicesByWord: Readonly<Record<(typeof choiceColumns)[number], ReadonlyMap<string, string | boolean>>> = {
  kind: kindByWord,
  acknowledgment: acknowledgmentByWord,
  wantsMail: wishByWord,
  receiptDelivery: deliveryByWord,
  attribute: attributeByWord,
}

/** What a column of choices may hold, for somebody who wrote something else. */
const examples: Readonly<Record<(typeof choiceColumns)[number], readonly string[]>> = {
  kind: Object.values(supporterKindNames),
  acknowledgment: Object.values(acknowledgmentNames),
  wantsMail: ['希望している', '希望していない'],
  receiptDelivery: Object.values(receiptDeliveryNames),
  attribute: Object.values(donorAttributeNames),
}
