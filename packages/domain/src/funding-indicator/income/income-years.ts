import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { FundingSourceId, IncomeLineId, LedgerAccountId } from '../../ids.ts'
import type { GroundData } from '../../ledger/ground-data.ts'
import { holdingOf } from '../../ledger/money-holding.ts'
import type { PostingFilter } from '../../ledger/posting-filter.ts'
import { addYen, sumYen, yen, type Yen } from '../../money/yen.ts'
import type { IncomeCategory } from './income-category.ts'
import type { IncomeTotalKind } from './income-total-kind.ts'
import { type YearFigure, yearFigures } from './year-figure.ts'

/** The council's whole income over some years: what its ledger holds, and what is booked elsewhere. */
export interface IncomeYears {
  readonly lines: readonly IncomeLineName[]
  readonly years: readonly IncomeYear[]
}

/** `lineId` is null for 区分のない財源: money of the ledger that no line counts. */
export interface IncomeLineName {
  readonly lineId: IncomeLineId | null
  readonly code: string
  readonly name: string
  readonly category: IncomeCategory
}

export interface IncomeYear {
  readonly fiscalYear: FiscalYear
  /** Of the lines that have any; in their order. */
  readonly amounts: readonly IncomeAmount[]
  /** Entered, or summed from the chosen accounts, or both; null where neither says anything. */
  readonly figures: Readonly<Record<YearFigure, Yen | null>>
}

export interface IncomeAmount {
  readonly lineId: IncomeLineId | null
  /** 帳簿: what the ledger holds of the line. */
  readonly ledgerYen: Yen
  /** What the ledger's amount is made of, each part with the filter under which the list of 明細 adds up to it. */
  readonly parts: readonly IncomePart[]
  /** 帳簿のほか: what was told of the year; 0 where nothing was. */
  readonly enteredYen: Yen
  /** 決算: both together. */
  readonly settledYen: Yen
  /** Whether the ledger or anybody says anything of the year's 決算; a line may have a 予算 alone. */
  readonly isSettled: boolean
  /** Whether anything stands as 帳簿のほか, be it 0. */
  readonly isEntered: boolean
  /** 予算; null where none was told. */
  readonly budgetYen: Yen | null
  /** 出典 and 時点 of what was told as 決算. */
  readonly source: string
  readonly asOf: LocalDate | null
  readonly budgetSource: string
  readonly budgetAsOf: LocalDate | null
}

export interface IncomePart {
  readonly name: string
  readonly amountYen: Yen
  readonly filter: PostingFilter
}

/** What the ledger holds on an account of income or expense in a year, as booked: minus is income. */
export interface LedgerYearSum {
  readonly fiscalYear: FiscalYear
  readonly accountId: LedgerAccountId
  readonly sourceId: FundingSourceId | null
  readonly amountYen: number
}

/** What counts of what was told of a line, a year and a kind: the newest, and never what was taken back. */
export interface EnteredTotal {
  readonly lineId: IncomeLineId
  readonly fiscalYear: FiscalYear
  readonly kind: IncomeTotalKind
  readonly amountYen: Yen
  readonly source: string
  readonly asOf: LocalDate | null
}

export interface EnteredFigure {
  readonly figure: YearFigure
  readonly fiscalYear: FiscalYear
  readonly amountYen: Yen
}

export interface IncomeLine extends IncomeLineName {
  readonly lineId: IncomeLineId
  readonly isClosed: boolean
  readonly sourceIds: readonly FundingSourceId[]
}

export interface IncomeFacts {
  readonly ground: Pick<GroundData, 'accounts' | 'sources'>
  /** Every line, in the order in which they are printed. */
  readonly lines: readonly IncomeLine[]
  readonly ledger: readonly LedgerYearSum[]
  readonly totals: readonly EnteredTotal[]
  readonly figures: readonly EnteredFigure[]
  readonly figureAccounts: readonly { readonly figure: YearFigure; readonly accountId: LedgerAccountId }[]
}

/** What no line counts is shown under this name, so that nothing disappears. */
export const withoutLine: IncomeLineName = { lineId: null, code: '', name: '区分のない財源', category: 'other' }

/**
 * Puts the years together. Of the ledger only what is credited to accounts of income counts, and only of the council's
 * own money: what is held for others is never income. A closed line is named where one of the years has it.
 */
export function incomeYears(years: readonly FiscalYear[], facts: IncomeFacts): IncomeYears {
  const lineOf = new Map(facts.lines.flatMap(({ lineId, sourceIds }) => sourceIds.map((sourceId) => [sourceId, lineId] as const)))
  const made = years.map((fiscalYear) => incomeYear(fiscalYear, facts, lineOf))
  const told = new Set(made.flatMap(({ amounts }) => amounts.map(({ lineId }) => lineId)))
  const lines = facts.lines.filter(({ lineId, isClosed }) => !isClosed || told.has(lineId))
  const named = lines.map(({ lineId, code, name, category }) => ({ lineId, code, name, category }))
  return { lines: told.has(null) ? [...named, withoutLine] : named, years: made }
}

function incomeYear(fiscalYear: FiscalYear, facts: IncomeFacts, lineOf: ReadonlyMap<FundingSourceId, IncomeLineId>): IncomeYear {
  const parts = partsByLine(fiscalYear, facts, lineOf)
  const totals = facts.totals.filter((total) => total.fiscalYear === fiscalYear)
  const amounts = [...facts.lines.map(({ lineId }) => lineId), null].flatMap((lineId) => {
    const told = (kind: IncomeTotalKind) => totals.find((total) => total.lineId === lineId && total.kind === kind)
    return amountOf(lineId, { parts: parts.get(lineId) ?? [], settled: told('settled'), budget: told('budget') })
  })
  return { fiscalYear, amounts, figures: figuresOf(fiscalYear, facts) }
}

interface LineFacts {
  readonly parts: readonly IncomePart[]
  readonly settled: EnteredTotal | undefined
  readonly budget: EnteredTotal | undefined
}

function amountOf(lineId: IncomeLineId | null, { parts, settled, budget }: LineFacts): IncomeAmount[] {
  if (parts.length === 0 && settled === undefined && budget === undefined) return []
  const ledgerYen = sumYen(parts.map(({ amountYen }) => amountYen))
  const enteredYen = settled?.amountYen ?? yen(0)
  return [{
    lineId, ledgerYen, parts, enteredYen,
    settledYen: addYen(ledgerYen, enteredYen),
    isEntered: settled !== undefined,
    isSettled: parts.length > 0 || settled !== undefined,
    budgetYen: budget?.amountYen ?? null,
    source: settled?.source ?? '',
    asOf: settled?.asOf ?? null,
    budgetSource: budget?.source ?? '',
    budgetAsOf: budget?.asOf ?? null,
  }]
}

/** What the ledger holds of each line, by account and source; what came to nothing is left out. */
function partsByLine(fiscalYear: FiscalYear, { ground, ledger }: IncomeFacts, lineOf: ReadonlyMap<FundingSourceId, IncomeLineId>) {
  const parts = new Map<IncomeLineId | null, IncomePart[]>()
  for (const sum of inOrder(ledger.filter((each) => each.fiscalYear === fiscalYear), ground)) {
    const account = ground.accounts.get(sum.accountId)
    const source = sum.sourceId === null ? undefined : ground.sources.get(sum.sourceId)
    if (sum.amountYen === 0 || account?.category !== 'income') continue
    if (source !== undefined && holdingOf(source.category, undefined) !== 'own') continue
    const lineId = (sum.sourceId === null ? undefined : lineOf.get(sum.sourceId)) ?? null
    const filter = { fiscalYear, accountId: sum.accountId, ...(sum.sourceId === null ? {} : { fundingSourceId: sum.sourceId }) }
    parts.set(lineId, [...(parts.get(lineId) ?? []), { name: source?.name ?? account.name, amountYen: yen(-sum.amountYen), filter }])
  }
  return parts
}

/** By the codes of their sources, then of their accounts: the ground data stand in that order. */
function inOrder(ledger: readonly LedgerYearSum[], { accounts, sources }: IncomeFacts['ground']): LedgerYearSum[] {
  const [accountPlaces, sourcePlaces] = [placesOf(accounts.keys()), placesOf(sources.keys())]
  const sourcePlace = ({ sourceId }: LedgerYearSum) => (sourceId === null ? sourcePlaces.size : (sourcePlaces.get(sourceId) ?? 0))
  const accountPlace = ({ accountId }: LedgerYearSum) => accountPlaces.get(accountId) ?? 0
  return ledger.toSorted((left, right) => sourcePlace(left) - sourcePlace(right) || accountPlace(left) - accountPlace(right))
}

function placesOf<Key>(keys: Iterable<Key>): ReadonlyMap<Key, number> {
  return new Map([...keys].map((key, place) => [key, place]))
}

function figuresOf(fiscalYear: FiscalYear, facts: IncomeFacts): Record<YearFigure, Yen | null> {
  const valueOf = (figure: YearFigure) => {
    const entered = facts.figures.find((each) => each.figure === figure && each.fiscalYear === fiscalYear)?.amountYen
    const booked = ledgerOfFigure(figure, fiscalYear, facts)
    return entered === undefined && booked === null ? null : addYen(entered ?? yen(0), booked ?? yen(0))
  }
  const [cost, welfare, expense] = yearFigures
  return { [cost]: valueOf(cost), [welfare]: valueOf(welfare), [expense]: valueOf(expense) }
}

/** What the accounts chosen for a 基礎数値 come to in a year; null where nothing was booked on them. */
export function ledgerOfFigure(
  figure: YearFigure,
  fiscalYear: FiscalYear,
  { figureAccounts, ledger }: Pick<IncomeFacts, 'figureAccounts' | 'ledger'>,
): Yen | null {
  const chosen = new Set(figureAccounts.flatMap((each) => (each.figure === figure ? [each.accountId] : [])))
  const booked = ledger.filter((sum) => sum.fiscalYear === fiscalYear && chosen.has(sum.accountId))
  return booked.length === 0 ? null : sumYen(booked.map(({ amountYen }) => yen(amountYen)))
}
