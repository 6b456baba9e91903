import type { FundingIndicatorId } from '../plan-ids.ts'
import { normalizeForSearch } from '../../text/search-text.ts'
import type { IndicatorColumn } from './indicator-import-columns.ts'
import type { IndicatorKind } from './indicator-kind.ts'
import { valueOfText } from './typed-value.ts'

/** A line of the file as it was typed: only the columns that the file has. */
export interface TypedIndicatorLine {
  readonly lineNumber: number
  readonly cells: Partial<Readonly<Record<IndicatorColumn, string>>>
}

/** An indicator that is there, with what was last said of the year. */
export interface KnownIndicator {
  readonly indicatorId: FundingIndicatorId
  readonly name: string
  readonly kind: IndicatorKind
  readonly target: number | null
  readonly actual: { readonly value: number | null; readonly asOfLabel: string }
}

/** What a line would do. */
export interface PlannedIndicatorLine {
  readonly lineNumber: number
  readonly status: 'error' | 'new' | 'changed' | 'unchanged'
  readonly category: string
  readonly name: string
  readonly unit: string
  readonly decimals: number
  /** Null for an indicator that the file brings along. */
  readonly indicatorId: FundingIndicatorId | null
  /** Undefined where nothing is to be said of it. */
  readonly target?: number | undefined
  readonly actual?: { readonly value: number; readonly asOfLabel: string } | undefined
  readonly errors: readonly string[]
}

/** Compares a file with what is there. A cell that is empty says nothing; the same again changes nothing. */
export function planIndicatorImport(lines: readonly TypedIndicatorLine[], known: readonly KnownIndicator[]): PlannedIndicatorLine[] {
  const byName = new Map(known.map((indicator) => [normalizeForSearch(indicator.name), indicator]))
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const name = textIn(line, 'indicator')
    const before = seen.get(normalizeForSearch(name))
    if (before === undefined) seen.set(normalizeForSearch(name), line.lineNumber)
    return plannedLine(line, { known: byName.get(normalizeForSearch(name)), before })
  })
}

interface LineSurroundings {
  readonly known: KnownIndicator | undefined
  /** The line above that speaks of the same indicator. */
  readonly before: number | undefined
}

function plannedLine(line: TypedIndicatorLine, { known, before }: LineSurroundings): PlannedIndicatorLine {
  const errors: string[] = []
  const [name, unit, asOfLabel] = [textIn(line, 'indicator'), textIn(line, 'unit'), textIn(line, 'asOf')]
  const [target, actual] = [numberIn(line, 'target', errors), numberIn(line, 'actual', errors)]
  if (name === '') errors.push('成果指標の名前を入力してください。')
  if (name.length > 60) errors.push('成果指標の名前は60文字以内にしてください。')
  if (unit.length > 10) errors.push('単位は10文字以内にしてください。')
  if (asOfLabel.length > 30) errors.push('時点は30文字以内にしてください。')
  if (before !== undefined) errors.push(`${before}行目と重なっています。`)
  if (actual !== null && asOfLabel === '') errors.push('実績の時点を入力してください。例：R7調査、R6実績')
  if (actual !== null && known?.kind === 'computed') errors.push('計算で求める指標なので、実績は取り込めません。目標だけを入れてください。')
  const isNewTarget = target !== null && target !== (known?.target ?? null)
  const isNewActual = actual !== null && (actual !== (known?.actual.value ?? null) || asOfLabel !== known?.actual.asOfLabel)
  const effect = known === undefined ? 'new' : isNewTarget || isNewActual ? 'changed' : 'unchanged'
  return {
    lineNumber: line.lineNumber, category: textIn(line, 'category').slice(0, 60), name, unit, decimals: decimalsIn(line), indicatorId: known?.indicatorId ?? null,
    target: isNewTarget ? target : undefined,
    actual: isNewActual ? { value: actual, asOfLabel } : undefined,
    errors, status: errors.length > 0 ? 'error' : effect,
  }
}

function textIn({ cells }: TypedIndicatorLine, column: IndicatorColumn): string {
  return (cells[column] ?? '').trim()
}

function numberIn(line: TypedIndicatorLine, column: 'target' | 'actual', errors: string[]): number | null {
  const value = valueOfText(textIn(line, column))
  if (value === undefined) errors.push(`${column === 'target' ? '目標' : '実績'}「${textIn(line, column)}」を読めません。数字で入力してください。`)
  return value ?? null
}

/** As many decimals as the file writes: 70.0 has one. */
function decimalsIn(line: TypedIndicatorLine): number {
  const places = (['target', 'actual'] as const).map((column) => /\.(\d+)$/.exec(textIn(line, column).normalize('NFKC'))?.[1]?.length ?? 0)
  return Math.min(4, Math.max(...places))
}
