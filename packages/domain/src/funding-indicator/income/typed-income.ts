import type { LocalDate } from '../../calendar/local-date.ts'
import { idIn } from '../../ids.ts'
import { amountRefusalMessage, parseAmount } from '../../money/parse-amount.ts'
import { formatYenDelta, type Yen } from '../../money/yen.ts'
import { choiceIn } from '../../text/address-value.ts'
import type { FigureCell, IncomeCell } from './income-input.ts'
import type { IncomeSheet } from './income-sheet.ts'
import { incomeTotalKinds } from './income-total-kind.ts'
import { yearFigures } from './year-figure.ts'

/** What has been typed into the page of a year and not saved, by the key of its cell. */
export type TypedIncome = Readonly<Record<string, TypedIncomeCell>>

export interface TypedIncomeCell {
  readonly text: string
  /** What stood in the cell when it was typed into; null where nothing did. */
  readonly replacesId: string | null
}

/** 出典 and 時点 of what is saved, for each group of cells. */
export type SaidOfCells = Readonly<Record<CellGroup, { readonly source: string; readonly asOf: LocalDate | null }>>

/** Cells that are of one paper: the budget, the statement of accounts, what is counted beside it. */
export const cellGroups = ['budget', 'settled', 'figure'] as const
export type CellGroup = (typeof cellGroups)[number]

/** The key of a cell: `budget/<line>`, `settled/<line>`, `figure/<name>`. */
export function cellKey(group: CellGroup, of: string): string {
  return `${group}/${of}`
}

export type ReadAmount = { readonly ok: true; readonly amountYen: Yen | null } | { readonly ok: false; readonly message: string }

/** An amount as it stands in a cell: an empty one says nothing, or takes back what was said. */
export function readAmountInCell(text: string, { allowNegative = true } = {}): ReadAmount {
  if (text.trim() === '') return { ok: true, amountYen: null }
  const amount = parseAmount(text, { allowNegative })
  return amount.ok ? { ok: true, amountYen: amount.yen } : { ok: false, message: amountRefusalMessage(amount.reason) }
}

/** How a recorded amount stands in its cell, so that it is read back as it is. */
export function amountInCell(amountYen: Yen | null | undefined): string {
  return amountYen === null || amountYen === undefined ? '' : formatYenDelta(amountYen)
}

export type IncomeReading =
  | { readonly ok: true; readonly totals: readonly IncomeCell[]; readonly figures: readonly FigureCell[] }
  | { readonly ok: false; readonly key: string; readonly message: string }

/** The cells to be saved. The first that cannot be read is named, and then nothing is saved. */
export function readTypedIncome(typed: TypedIncome, said: SaidOfCells): IncomeReading {
  const totals: IncomeCell[] = []
  const figures: FigureCell[] = []
  for (const [key, { text, replacesId }] of Object.entries(typed)) {
    const [group = '', of = ''] = key.split('/')
    const amount = readAmountInCell(text, { allowNegative: group !== 'figure' })
    if (!amount.ok) return { ok: false, key, message: amount.message }
    const kind = choiceIn(incomeTotalKinds, group)
    const lineId = idIn<'IncomeLineId'>(of)
    const figure = choiceIn(yearFigures, of)
    const { amountYen } = amount
    if (kind !== undefined && lineId !== undefined) {
      totals.push({ lineId, kind, amountYen, ...said[kind], note: '', replacesId: idIn<'IncomeTotalId'>(replacesId) ?? null })
    } else if (figure !== undefined) {
      figures.push({ figure, amountYen, ...said.figure, note: '', replacesId: idIn<'YearFigureId'>(replacesId) ?? null })
    }
  }
  return { ok: true, totals, figures }
}

interface RecordedCell {
  readonly id: string
  readonly amountYen: Yen | null
}

/** What is recorded in each cell that has anything; taken back ones have an id and no amount. */
export function recordedCells({ lines, figures }: IncomeSheet): ReadonlyMap<string, RecordedCell> {
  return new Map<string, RecordedCell>([
    ...lines.flatMap(({ lineId, ...line }) => incomeTotalKinds.flatMap((kind) => {
      const told = line[kind]
      return told === null ? [] : [[cellKey(kind, lineId), told] as const]
    })),
    ...figures.flatMap(({ figure, told }) => (told === null ? [] : [[cellKey('figure', figure), told] as const])),
  ])
}

/** What a year's papers are usually called, and as of when they are. */
export function usualSaid(year: { readonly name: string; readonly firstDay: LocalDate; readonly lastDay: LocalDate }): SaidOfCells {
  const settled = { source: `${year.name} 資金収支計算書`, asOf: year.lastDay }
  return { budget: { source: `${year.name} 資金収支予算書`, asOf: year.firstDay }, settled, figure: settled }
}

/** Where somebody else has changed a cell since it was typed into. */
export function outdatedCells(typed: TypedIncome, sheet: IncomeSheet): string[] {
  const recorded = recordedCells(sheet)
  return Object.entries(typed).flatMap(([key, { replacesId }]) => ((recorded.get(key)?.id ?? null) === replacesId ? [] : [key]))
}
