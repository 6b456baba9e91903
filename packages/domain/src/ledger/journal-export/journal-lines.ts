import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import { calendarYearOfEra, eraOf } from '../../calendar/japanese-era.ts'
import { type LocalDate, partsOf } from '../../calendar/local-date.ts'
import { yen, type Yen } from '../../money/yen.ts'
import { type EntryKind, entryKindNames } from '../entry-draft.ts'
import type { JournalField } from './journal-field.ts'
import type { CompoundForm, JournalDateForm, JournalMapping, JournalNames, SubAccountForm } from './journal-profile.ts'
import { pairSides } from './pair-sides.ts'

/** An entry as it goes out: nothing of it can change any more. */
export interface ExportedEntry {
  readonly fiscalYear: FiscalYear
  readonly entryNumber: number
  readonly entryDate: LocalDate
  readonly kind: EntryKind
  readonly description: string
  readonly postings: readonly ExportedPosting[]
}

export interface ExportedPosting {
  readonly accountId: string
  /** Debit positive, credit negative. */
  readonly amountYen: Yen
  readonly subAccounts: Readonly<Record<Exclude<SubAccountForm, 'none'>, string | null>>
}

/** One side of a line; a posting of null is 諸口. */
export interface JournalSide {
  readonly posting: ExportedPosting | null
  readonly amountYen: Yen
}

/** A line of the file; a side is null where a slip of several lines has nothing on it. */
export interface JournalLine {
  readonly debit: JournalSide | null
  readonly credit: JournalSide | null
}

/** The lines of an entry. Per account and side they sum to what is booked, in every form; 諸口 cancels itself out. */
export function journalLines({ postings }: Pick<ExportedEntry, 'postings'>, compound: CompoundForm): JournalLine[] {
  const debits = sidesOf(postings, 1)
  const credits = sidesOf(postings, -1)
  const isSimple = debits.length === 1 && credits.length === 1
  if (compound === 'slip') {
    const length = Math.max(debits.length, credits.length)
    return Array.from({ length }, (_, place) => ({ debit: debits[place] ?? null, credit: credits[place] ?? null }))
  }
  if (compound === 'sundry' && !isSimple) {
    return [
      ...debits.map((debit) => ({ debit, credit: sundryFor(debit) })),
      ...credits.map((credit) => ({ debit: sundryFor(credit), credit })),
    ]
  }
  return pairSides(debits.map(({ amountYen }) => amountYen), credits.map(({ amountYen }) => amountYen)).map(({ debit, credit, amountYen }) => ({
    debit: { posting: debits[debit]?.posting ?? null, amountYen },
    credit: { posting: credits[credit]?.posting ?? null, amountYen },
  }))
}

function sidesOf(postings: readonly ExportedPosting[], sign: 1 | -1): JournalSide[] {
  return postings.filter(({ amountYen }) => amountYen * sign > 0).map((posting) => ({ posting, amountYen: yen(posting.amountYen * sign) }))
}

function sundryFor({ amountYen }: JournalSide): JournalSide {
  return { posting: null, amountYen }
}

/** The cells of an entry's lines, in the order of the columns. Amounts are numbers, everything else is text. */
export function journalCells(entry: ExportedEntry, { mapping, names }: { readonly mapping: JournalMapping; readonly names: JournalNames }): (string | number)[][] {
  const lines = journalLines(entry, mapping.compound)
  return lines.map((line, place) =>
    mapping.columns.map(({ field, text }) => (field === null ? text : cellOf(field, { entry, line, place, length: lines.length, mapping, names }))),
  )
}

interface CellPlace {
  readonly entry: ExportedEntry
  readonly line: JournalLine
  /** From 0. */
  readonly place: number
  readonly length: number
  readonly mapping: JournalMapping
  readonly names: JournalNames
}

function cellOf(field: JournalField, at: CellPlace): string | number {
  const { entry, place, length, mapping } = at
  switch (field) {
    case 'entry_date': return dateText(entry.entryDate, mapping.dateForm)
    case 'entry_number': return entry.entryNumber
    case 'fiscal_year': return entry.fiscalYear
    case 'row_number': return place + 1
    case 'entry_kind': return entryKindNames[entry.kind]
    case 'description': return entry.description.replace(/\s*[\r\n]+\s*/g, ' ')
    case 'yayoi_flag': return yayoiFlag(place, length)
    case 'yayoi_type': return length === 1 ? 0 : 3
    case 'debit_code': return accountOf(at, 'debit').code
    case 'debit_name': return accountOf(at, 'debit').name
    case 'debit_site': return accountOf(at, 'debit').siteCode
    case 'debit_service': return accountOf(at, 'debit').serviceCode
    case 'debit_sub': return subAccountOf(at, 'debit')
    case 'debit_tax': return at.line.debit === null ? '' : mapping.taxLabel
    case 'debit_yen': return at.line.debit?.amountYen ?? 0
    case 'credit_code': return accountOf(at, 'credit').code
    case 'credit_name': return accountOf(at, 'credit').name
    case 'credit_site': return accountOf(at, 'credit').siteCode
    case 'credit_service': return accountOf(at, 'credit').serviceCode
    case 'credit_sub': return subAccountOf(at, 'credit')
    case 'credit_tax': return at.line.credit === null ? '' : mapping.taxLabel
    case 'credit_yen': return at.line.credit?.amountYen ?? 0
  }
}

const nothing = { code: '', name: '', siteCode: '', serviceCode: '' }

function accountOf({ line, mapping, names }: CellPlace, side: 'debit' | 'credit'): typeof nothing {
  const shown = line[side]
  if (shown === null) return nothing
  if (shown.posting === null) return { ...nothing, code: mapping.sundryCode, name: mapping.sundryName }
  const { accountId } = shown.posting
  const own = names.accounts[accountId] ?? nothing
  const theirs = mapping.accounts.find((account) => account.accountId === accountId)
  return { ...own, code: theirs?.code || own.code, name: theirs?.name || own.name }
}

function subAccountOf({ line, mapping, names }: CellPlace, side: 'debit' | 'credit'): string {
  const id = mapping.subAccount === 'none' ? null : (line[side]?.posting?.subAccounts[mapping.subAccount] ?? null)
  return id === null ? '' : (names.subAccounts[id] ?? '')
}

/** 弥生's 識別フラグ: a journal line of its own, or the first, a middle and the last line of a slip. */
function yayoiFlag(place: number, length: number): number {
  if (length === 1) return 2000
  if (place === 0) return 2110
  return place === length - 1 ? 2101 : 2100
}

function dateText(date: LocalDate, form: JournalDateForm): string {
  switch (form) {
    case 'slashes': return date.replaceAll('-', '/')
    case 'digits': return date.replaceAll('-', '')
    case 'hyphens': return date
    case 'era': return eraText(date)
  }
}

/** `R08/04/01`. */
function eraText(date: LocalDate): string {
  const era = eraOf(date)
  const year = era === null ? String(partsOf(date).year) : `${era.letter}${String(partsOf(date).year - calendarYearOfEra(era, 1) + 1).padStart(2, '0')}`
  return `${year}${date.slice(4).replaceAll('-', '/')}`
}

/** The accounts of ours that the other program has no counterpart for. */
export function unmappedAccounts(accountIds: Iterable<string>, { accounts }: Pick<JournalMapping, 'accounts'>): string[] {
  const mapped = new Set(accounts.filter(({ code, name }) => code !== '' || name !== '').map(({ accountId }) => accountId))
  return [...accountIds].filter((accountId) => !mapped.has(accountId))
}
