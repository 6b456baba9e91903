import { honorificOf } from '../../supporter/honorific.ts'
import type { SupporterKind } from '../../supporter/supporter-kind.ts'
import { readablePostalCode } from '../../text/postal-code.ts'
import { normalizeForSearch } from '../../text/search-text.ts'
import type { LabelChoices, LabelOrder } from './address-label-choices.ts'

/** A supporter as the register has them, with all that decides on a label. */
export interface Addressee {
  readonly number: number
  readonly kind: SupporterKind
  readonly name: string
  readonly kana: string
  readonly honorific: string
  readonly postalCode: string
  readonly address: string
  readonly mailingName: string
  readonly mailingPostalCode: string
  readonly mailingAddress: string
  readonly wantsMail: boolean
  readonly isClosed: boolean
  readonly areaCode: string | null
}

export interface LabelName {
  readonly name: string
  /** Empty where the name ends in one already. */
  readonly honorific: string
}

/** One address, with whoever is addressed there. */
export interface AddressLabel {
  /** `830-0022`, or empty. */
  readonly postalCode: string
  readonly address: string
  /** One, or up to four who live together. */
  readonly names: readonly LabelName[]
  /** The reading of the first name. */
  readonly kana: string
  /** 支援者番号, in the order of the names. */
  readonly numbers: readonly number[]
}

/** Why somebody gets no label. */
export type LeftOutReason = 'unnamed' | 'no_address' | 'closed' | 'unwanted'

export interface LeftOut {
  readonly number: number
  readonly name: string
  readonly reason: LeftOutReason
}

export const leftOutNames: Record<LeftOutReason, string> = { unnamed: '匿名', no_address: '住所がない', closed: '使用終了', unwanted: '郵送を希望していない' }

export const leftOutWords: Record<LeftOutReason, string> = {
  unnamed: '匿名のため、作成していません。',
  no_address: '住所がないため、作成していません。支援者の画面で住所を入力してください。',
  closed: '使用終了のため、作成していません。',
  unwanted: 'お知らせの郵送を希望していないため、作成していません。',
}

/** More names than this on one label cannot be read well; whoever is left gets the next one. */
const mostNames = 4

/** The labels for these people in the order wanted, and who gets none and why. */
export function arrangeLabels(addressees: readonly Addressee[], { sortedBy, joinsHouseholds, withUnwanted }: LabelChoices): { readonly labels: readonly AddressLabel[]; readonly leftOut: readonly LeftOut[] } {
  const leftOut: LeftOut[] = []
  const addressed: Addressee[] = []
  for (const each of addressees.toSorted(orders.kana)) {
    const reason = reasonToLeaveOut(each, withUnwanted)
    if (reason === null) addressed.push(each)
    else leftOut.push({ number: each.number, name: each.name, reason })
  }
  const households = joinsHouseholds ? joined(addressed) : addressed.map((each) => [each])
  return { labels: households.toSorted(([a], [b]) => (a === undefined || b === undefined ? 0 : orders[sortedBy](a, b))).map(labelOf), leftOut }
}

function reasonToLeaveOut({ kind, name, isClosed, wantsMail, ...addressee }: Addressee, withUnwanted: boolean): LeftOutReason | null {
  if (kind === 'anonymous' || name === '') return 'unnamed'
  if (isClosed) return 'closed'
  if (!wantsMail && !withUnwanted) return 'unwanted'
  return placeOf(addressee).address === '' ? 'no_address' : null
}

/** Where post goes: to the 送付先 where there is one. */
function placeOf({ postalCode, address, mailingPostalCode, mailingAddress }: Pick<Addressee, 'postalCode' | 'address' | 'mailingPostalCode' | 'mailingAddress'>) {
  return mailingAddress === '' ? { postalCode: readablePostalCode(postalCode), address } : { postalCode: readablePostalCode(mailingPostalCode), address: mailingAddress }
}

/** People of one address together; bodies, and whoever gets their post by another name, stand for themselves. */
function joined(addressees: readonly Addressee[]): Addressee[][] {
  const open = new Map<string, Addressee[]>()
  const households: Addressee[][] = []
  for (const each of addressees) {
    const isOfHousehold = (each.kind === 'person' || each.kind === 'family') && each.mailingName === ''
    const key = normalizeForSearch(placeOf(each).address)
    const household = isOfHousehold ? open.get(key) : undefined
    if (household !== undefined && household.length < mostNames) {
      household.push(each)
      continue
    }
    const begun = [each]
    households.push(begun)
    if (isOfHousehold) open.set(key, begun)
  }
  // Whoever was registered first is addressed first.
  return households.map((household) => household.toSorted((a, b) => a.number - b.number))
}

function labelOf(household: readonly Addressee[]): AddressLabel {
  const [first] = household
  if (first === undefined) throw new Error('a label without a name')
  const withCode = household.find((each) => placeOf(each).postalCode !== '') ?? first
  return { ...placeOf(first), postalCode: placeOf(withCode).postalCode, names: household.map(nameOn), kana: first.kana, numbers: household.map(({ number }) => number) }
}

/** Some write it into the 宛名 themselves, and nobody is 様 twice. */
const endsInHonorific = /(様|御中|殿|先生|各位|宛)$/

function nameOn({ kind, name, mailingName, honorific }: Addressee): LabelName {
  const written = mailingName === '' ? name : mailingName
  return { name: written, honorific: endsInHonorific.test(written) && mailingName !== '' ? '' : honorificOf(kind, honorific) }
}

type Comparison = (a: Addressee, b: Addressee) => number

/** By code point, as PostgreSQL orders readings; what is empty comes last. */
const by = (keyOf: (each: Addressee) => string): Comparison => (a, b) => {
  const [x, y] = [keyOf(a), keyOf(b)]
  if (x === y) return 0
  if (x === '' || y === '') return x === '' ? 1 : -1
  return x < y ? -1 : 1
}
const inTurn = (...comparisons: readonly Comparison[]): Comparison => (a, b) => comparisons.map((compare) => compare(a, b)).find((order) => order !== 0) ?? 0

const byKana = inTurn(by(({ kana }) => kana), (a, b) => a.number - b.number)
const orders: Record<LabelOrder, Comparison> = {
  kana: byKana,
  postal_code: inTurn(by((each) => placeOf(each).postalCode), byKana),
  area: inTurn(by(({ areaCode }) => areaCode ?? ''), by((each) => placeOf(each).postalCode), byKana),
}
