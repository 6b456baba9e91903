import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import { formatFiscalYear } from '../../calendar/japanese-era.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { dateRefusalMessage, parseDate } from '../../calendar/parse-date.ts'
import { parseFiscalYear } from '../../calendar/parse-fiscal-year.ts'
import type { IncomeLineId, IncomeTotalId } from '../../ids.ts'
import { amountRefusalMessage, parseAmount } from '../../money/parse-amount.ts'
import { formatYenDelta, type Yen } from '../../money/yen.ts'
import { normalizeForSearch } from '../../text/search-text.ts'
import { type IncomeColumn, incomeColumnNames } from './income-import-columns.ts'
import type { IncomeCell } from './income-input.ts'
import { type IncomeTotalKind, incomeTotalKindNames, incomeTotalKinds } from './income-total-kind.ts'

/** A line of the file as it was typed: only the columns that the file has. */
export interface TypedIncomeLine {
  readonly lineNumber: number
  readonly cells: Partial<Readonly<Record<IncomeColumn, string>>>
}

/** What the file is compared with. */
export interface IncomeGround {
  readonly today: LocalDate
  readonly lines: readonly { readonly lineId: IncomeLineId; readonly code: string; readonly name: string }[]
  /** The newest of each line, year and kind, taken back ones included. */
  readonly told: readonly {
    readonly id: IncomeTotalId
    readonly lineId: IncomeLineId
    readonly fiscalYear: FiscalYear
    readonly kind: IncomeTotalKind
    readonly amountYen: Yen | null
    readonly source: string
    readonly asOf: LocalDate | null
    readonly note: string
  }[]
}

export interface PlannedIncomeLine {
  readonly lineNumber: number
  readonly status: 'error' | 'new' | 'changed' | 'unchanged'
  /** As they were understood; as they were typed where they were not. */
  readonly year: string
  readonly name: string
  /** Each names its column. */
  readonly errors: readonly string[]
  readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[]
  /** What would be written down. */
  readonly cells: readonly (IncomeCell & { readonly fiscalYear: FiscalYear })[]
}

/**
 * Compares a file with what is told already, line by line. An empty cell says nothing and takes nothing back, so that a
 * file with 決算 alone leaves 予算 as it is, and the same file changes nothing the second time.
 */
export function planIncomeImport(typed: readonly TypedIncomeLine[], ground: IncomeGround): PlannedIncomeLine[] {
  const seen = new Map<string, number>()
  return typed.map((line) => {
    const planned = planLine(line, ground)
    const key = planned.key
    const first = key === null ? undefined : seen.get(key)
    if (key !== null && first === undefined) seen.set(key, line.lineNumber)
    return first === undefined ? planned.line : withError(planned.line, `${first}行目と同じ年度・区分です。どちらかの行を消してください。`)
  })
}

function withError(line: PlannedIncomeLine, error: string): PlannedIncomeLine {
  return { ...line, status: 'error', errors: [...line.errors, error], cells: [], changes: [] }
}

function planLine({ lineNumber, cells }: TypedIncomeLine, ground: IncomeGround): { readonly key: string | null; readonly line: PlannedIncomeLine } {
  const errors: string[] = []
  const fault = (column: IncomeColumn, sentence: string) => {
    errors.push(`「${incomeColumnNames[column]}」：${sentence}`)
    return null
  }
  const fiscalYear = parseFiscalYear(cells.year ?? '') ?? fault('year', '年度として読み取れません。例：令和7年度、R7、2025')
  const line = lineOf(cells, ground)
  if (typeof line === 'string') fault(cells.code ? 'code' : 'name', line)
  const amounts = { budget: amountIn(cells.budget, 'budget', fault), settled: amountIn(cells.settled, 'settled', fault) }
  const asOf = dayIn(cells.asOf, ground.today, fault)
  if ((cells.source ?? '').length > 100) fault('source', '出典は100文字以内で入力してください。')
  if ((cells.note ?? '').length > 500) fault('note', '備考は500文字以内で入力してください。')
  const named = {
    lineNumber,
    year: fiscalYear === null ? (cells.year ?? '') : formatFiscalYear(fiscalYear),
    name: typeof line === 'string' ? (cells.name ?? cells.code ?? '') : line.name,
  }
  if (fiscalYear === null || typeof line === 'string') return { key: null, line: { ...named, status: 'error', errors, changes: [], cells: [] } }
  const key = `${fiscalYear}/${line.lineId}`
  if (errors.length > 0) return { key, line: { ...named, status: 'error', errors, changes: [], cells: [] } }
  const said = { source: cells.source ?? '', asOf, note: cells.note ?? '' }
  const compared = incomeTotalKinds.map((kind) => compare({ fiscalYear, lineId: line.lineId, kind, amountYen: amounts[kind], ...said }, ground))
  const changes = compared.flatMap((each) => each.changes)
  const isNew = compared.some((each) => each.isNew)
  const status = changes.length === 0 ? 'unchanged' : isNew ? 'new' : 'changed'
  return { key, line: { ...named, status, errors: [], changes, cells: compared.flatMap(({ cell }) => (cell === null ? [] : [cell])) } }
}

type Fault = (column: IncomeColumn, sentence: string) => null

function lineOf({ code = '', name = '' }: TypedIncomeLine['cells'], { lines }: IncomeGround): IncomeGround['lines'][number] | string {
  if (code !== '') {
    const wanted = code.normalize('NFKC')
    return lines.find((line) => line.code === wanted) ?? `コード「${code}」の区分がありません。「収入の区分」の設定で確かめてください。`
  }
  if (name === '') return '区分の名称かコードを入力してください。'
  const wanted = normalizeForSearch(name)
  const found = lines.filter((line) => normalizeForSearch(line.name) === wanted)
  const [only] = found
  if (only === undefined) return `「${name}」という区分がありません。「収入の区分」の設定と同じ名称か、コードで書いてください。`
  return found.length === 1 ? only : `「${name}」という区分が2つ以上あります。コードで書いてください。`
}

function amountIn(text: string | undefined, column: IncomeTotalKind, fault: Fault): Yen | null {
  if (text === undefined || text.trim() === '') return null
  const amount = parseAmount(text, { allowNegative: true })
  return amount.ok ? amount.yen : fault(column, amountRefusalMessage(amount.reason))
}

function dayIn(text: string | undefined, today: LocalDate, fault: Fault): LocalDate | null {
  if (text === undefined || text.trim() === '') return null
  const day = parseDate(text, { today })
  return day.ok ? day.date : fault('asOf', dateRefusalMessage(day.reason))
}

interface ReadCell {
  readonly fiscalYear: FiscalYear
  readonly lineId: IncomeLineId
  readonly kind: IncomeTotalKind
  readonly amountYen: Yen | null
  readonly source: string
  readonly asOf: LocalDate | null
  readonly note: string
}

interface Compared {
  readonly isNew: boolean
  readonly changes: PlannedIncomeLine['changes']
  readonly cell: PlannedIncomeLine['cells'][number] | null
}

function compare({ fiscalYear, lineId, kind, amountYen, source, asOf, note }: ReadCell, { told }: IncomeGround): Compared {
  const nothing = { isNew: false, changes: [], cell: null }
  if (amountYen === null) return nothing
  const before = told.find((total) => total.lineId === lineId && total.fiscalYear === fiscalYear && total.kind === kind) ?? null
  const counted = before?.amountYen === null ? null : before
  const after = {
    amountYen,
    source: source === '' ? (counted?.source ?? '') : source,
    asOf: asOf ?? counted?.asOf ?? null,
    note: note === '' ? (counted?.note ?? '') : note,
  }
  const label = incomeTotalKindNames[kind]
  const changes = [
    { label, before: counted === null ? '' : `${formatYenDelta(counted.amountYen ?? amountYen)}円`, after: `${formatYenDelta(amountYen)}円` },
    { label: `${label}の出典`, before: counted?.source ?? '', after: after.source },
    { label: `${label}の時点`, before: counted?.asOf ?? '', after: after.asOf ?? '' },
    { label: `${label}の備考`, before: counted?.note ?? '', after: after.note },
  ].filter((change) => change.before !== change.after)
  if (changes.length === 0) return nothing
  return { isNew: counted === null, changes, cell: { fiscalYear, lineId, kind, ...after, replacesId: before?.id ?? null } }
}
