import { parseDate } from '../calendar/parse-date.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { groundCodeSchema, groundNameSchema } from '../council/ground-code.ts'
import { readingSchema } from '../text/reading.ts'
import { normalizeForSearch } from '../text/search-text.ts'
import type { AreaColumn } from './area-import-columns.ts'
import { householdCountSchema } from './area-details.ts'
import { householdsIn } from './typed-households.ts'
import { householdBasisNames, householdBases, type HouseholdBasis } from './household-basis.ts'

/** A line of the file as it was typed: only the columns that the file has. */
export interface TypedAreaLine {
  readonly lineNumber: number
  readonly cells: Partial<Readonly<Record<AreaColumn, string>>>
}

/** A line that could be read. What the file has no column for is undefined and keeps what the area has. */
export interface ReadAreaLine {
  readonly lineNumber: number
  readonly code: string
  readonly name: string
  readonly kana: string | undefined
  readonly note: string | undefined
  readonly typeName: string | undefined
  readonly parentCode: string | undefined
  readonly households: readonly ReadHouseholds[]
}

export interface ReadHouseholds {
  readonly basis: HouseholdBasis
  readonly households: number
  readonly asOf: LocalDate
}

export interface AreaLineDefaults {
  readonly today: LocalDate
  /** For lines that do not say where their number of households comes from, or as of when. */
  readonly basis: HouseholdBasis
  readonly asOf: LocalDate
}

/** Reads one line; every fault is a sentence that says what to write instead. */
export function readAreaLine(
  { lineNumber, cells }: TypedAreaLine,
  defaults: AreaLineDefaults,
): { readonly line: ReadAreaLine; readonly errors: readonly string[] } {
  const errors: string[] = []
  const parsed = <T>(result: { data?: T; error?: { issues: readonly { message: string }[] } }, otherwise: T): T => {
    if (result.error !== undefined) errors.push(result.error.issues[0]?.message ?? '')
    return result.data ?? otherwise
  }
  const optional = (text: string | undefined) => (text === undefined || text === '' ? undefined : text)
  const line = {
    lineNumber,
    code: parsed(groundCodeSchema.safeParse(cells.code ?? ''), cells.code ?? ''),
    name: parsed(groundNameSchema.safeParse(cells.name ?? ''), cells.name ?? ''),
    kana: cells.kana === undefined ? undefined : parsed(readingSchema.safeParse(cells.kana), ''),
    note: noteOf(cells),
    typeName: optional(cells.type),
    parentCode: cells.parentCode ? parsed(groundCodeSchema.safeParse(cells.parentCode), '') : undefined,
    households: householdsOf(cells, defaults, errors),
  }
  return { line, errors }
}

/** 旧市町 is told in the note, since the tree of today has no place for it. */
function noteOf(cells: TypedAreaLine['cells']): string | undefined {
  if (cells.note === undefined && cells.formerTown === undefined) return undefined
  return [cells.note ?? '', cells.formerTown ? `旧市町：${cells.formerTown}` : ''].filter((part) => part !== '').join(' ')
}

function householdsOf(cells: TypedAreaLine['cells'], defaults: AreaLineDefaults, errors: string[]): ReadHouseholds[] {
  const typed: [HouseholdBasis, string | undefined, string | undefined][] = [
    ['resident_register', cells.residentHouseholds, cells.residentAsOf],
    ['association_membership', cells.memberHouseholds, cells.memberAsOf],
  ]
  if (cells.households) typed.push([basisIn(cells, defaults, errors), cells.households, undefined])
  return typed.flatMap(([basis, text, ownAsOf]) => {
    if (text === undefined || text === '') return []
    const asOf = asOfIn(ownAsOf || cells.asOf, defaults, errors)
    const households = householdCountSchema.safeParse(householdsIn(text))
    if (households.success) return [{ basis, households: households.data, asOf }]
    errors.push(`世帯数「${text}」を読めません。整数で入力してください。例：1,250`)
    return []
  })
}

function basisIn(cells: TypedAreaLine['cells'], defaults: AreaLineDefaults, errors: string[]): HouseholdBasis {
  if (!cells.basis) return defaults.basis
  const wanted = normalizeForSearch(cells.basis)
  const basis = householdBases.find((each) => normalizeForSearch(householdBasisNames[each]).startsWith(wanted) || each === cells.basis)
  if (basis === undefined) {
    errors.push(`世帯数の根拠「${cells.basis}」がわかりません。「住基世帯」か「自治会加入世帯」と入力してください。`)
  }
  return basis ?? defaults.basis
}

function asOfIn(text: string | undefined, defaults: AreaLineDefaults, errors: string[]): LocalDate {
  if (!text) return defaults.asOf
  const date = parseDate(text, { today: defaults.today })
  if (date.ok) return date.date
  errors.push(`基準日「${text}」を読めません。R8.4.1 や 2026-04-01 の形で入力してください。`)
  return defaults.asOf
}
