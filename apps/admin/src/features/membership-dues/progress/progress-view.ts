import type { HouseholdsOfYear } from '@sasaeai/domain/area/households-of-year'
import { formatFiscalYear } from '@sasaeai/domain/calendar/japanese-era'
import { duesFigureFilter } from '@sasaeai/domain/membership-dues/progress/dues-figure-filter'
import {
  duesProgress,
  type DuesProgressRow,
  type DuesSums,
  lowestOf,
  rowsInStatus,
  sumOfDues,
} from '@sasaeai/domain/membership-dues/progress/dues-progress'
import type { DuesProgressFacts, ProgressKind } from '@sasaeai/domain/membership-dues/progress/dues-progress-wire'
import type { DuesStatus } from '@sasaeai/domain/membership-dues/progress/dues-status'
import type { DuesProgressSearch } from './dues-progress-search.ts'

/** 納入状況 as one tab of the page shows it. */
export interface ProgressView {
  readonly cut: DuesProgressFacts['cut']
  /** Undefined where all kinds are shown together. */
  readonly kind: ProgressKind | undefined
  /** Null where the year has no households, or where what was paid is not counted in households. */
  readonly households: HouseholdsOfYear | null
  /** Households of the whole council. */
  readonly allHouseholds: number | null
  /** Whether members have a column: not beside households where only 直接 has any, which then names them in its own line. */
  readonly hasMemberColumn: boolean
  /** Those that the filter lets through. */
  readonly rows: readonly DuesProgressRow[]
  /** Of all lines, whatever the filter. */
  readonly whole: DuesSums
  readonly lowest: Readonly<Record<DuesStatus, number>>
}

/** Folds the facts of a year for one kind, or for all, and narrows the lines to a status. */
export function progressView(progress: DuesProgressFacts, search: DuesProgressSearch): ProgressView {
  const { cut, kinds, areas } = progress
  const kind = kinds.find(({ duesKindId }) => duesKindId === search.kind)
  const facts = kind === undefined ? progress.facts : progress.facts.filter((fact) => fact.duesKindId === kind.duesKindId)
  const shown = kind === undefined ? kinds : [kind]
  // Two kinds that are both paid by households would count a household twice.
  const isRated = shown.filter(({ unit }) => unit === 'household').length === 1
  const wanted = progress.households.find(({ basis }) => basis === search.basis) ?? progress.households[0]
  const households = isRated && wanted !== undefined ? wanted : null
  const rows = duesProgress(facts, { areas, households: households?.counts ?? new Map() })
  const withMembers = rows.filter(({ askedMembers }) => askedMembers > 0)
  const counted = rows.flatMap((row) => (row.households === null ? [] : [row.households]))
  return {
    cut,
    kind,
    households,
    allHouseholds: counted.length === 0 ? null : counted.reduce((sum, each) => sum + each, 0),
    hasMemberColumn: kind !== undefined && withMembers.some(({ part }) => households === null || part !== 'direct'),
    rows: search.status === undefined ? rows : rowsInStatus(rows, search.status),
    whole: sumOfDues(rows),
    lowest: lowestOf(rows),
  }
}

/** The filter behind a received figure of the view. */
export function receivedFilter({ cut, kind }: ProgressView, side: 'this' | 'last', row?: DuesProgressRow) {
  return duesFigureFilter({ cut, side, duesKindId: kind?.duesKindId }, row)
}

/** Says which requests are not counted yet, and why; null where all are fixed or nothing was asked of a kind. */
export function uncountedRequests({ kinds, cut }: DuesProgressFacts): string | null {
  const drafts = kinds.filter(({ request }) => request === 'draft').map(({ name }) => name)
  if (drafts.length > 0) return `${drafts.join('、')}の納入のお願いは確認中です。確定すると、目安額と世帯・会員の数が入ります。`
  if (kinds.some(({ request }) => request === 'fixed')) return null
  return `${formatFiscalYear(cut.fiscalYear)}の納入のお願いはまだ確定していません。目安額がないので、どの地域も「お願いなし」になります。`
}
