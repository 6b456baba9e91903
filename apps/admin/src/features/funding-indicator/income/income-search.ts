import { type FiscalYear, isFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { type IncomeTotalKind, incomeTotalKinds } from '@sasaeai/domain/funding-indicator/income/income-total-kind'
import { choiceIn, dayIn } from '@sasaeai/domain/text/address-value'

export const yearCounts = [3, 5, 10] as const

export const compositionViews = ['category', 'line'] as const
export type CompositionView = (typeof compositionViews)[number]

export interface IncomeSearch {
  readonly kind?: IncomeTotalKind | undefined
  /** The newest year that is shown. */
  readonly last?: FiscalYear | undefined
  readonly count?: (typeof yearCounts)[number] | undefined
  /** What the picture parts the income by. */
  readonly view?: CompositionView | undefined
  /** この日までに記録されたこと; all that is known now where the address names no day. */
  readonly known?: LocalDate | undefined
}

/** What the address of 財源の構成 asks for; what is mistyped is left out. */
export function incomeSearchOf(search: Readonly<Record<string, unknown>>): IncomeSearch {
  const { last } = search
  return {
    kind: choiceIn(incomeTotalKinds, search['kind']),
    last: isFiscalYear(last) ? last : undefined,
    count: yearCounts.find((count) => count === search['count']),
    view: choiceIn(compositionViews, search['view']),
    known: dayIn(search['known']),
  }
}
