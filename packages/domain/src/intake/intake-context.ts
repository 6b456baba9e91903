import type { FiscalYear } from '../calendar/fiscal-year.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { AreaId, LedgerAccountId, SupporterId } from '../ids.ts'
import type { GroundData } from '../ledger/ground-data.ts'
import type { SupporterDues } from '../membership-dues/payer/supporter-dues.ts'
import { type AreaIndex, indexAreas } from './find-area.ts'
import { type LineKind, lineKindsOf } from './line-kind.ts'

/** A supporter as a line of the grid needs one: found by the number that people read. */
export interface IntakeSupporter {
  readonly id: SupporterId
  readonly number: number
  readonly name: string
  readonly isClosed: boolean
  /** What he has paid of dues and is a member of; absent until it has been asked for. */
  readonly dues?: SupporterDues | undefined
}

/** Everything that typed cells are read against. */
export interface IntakeContext {
  readonly ground: GroundData
  readonly areas: AreaIndex
  /** 世帯数 of the areas, as last recorded; absent where none was. */
  readonly households: ReadonlyMap<AreaId, number>
  /** The account that is meant where the batch names none. */
  readonly defaultCashAccountId: LedgerAccountId | null
  readonly today: LocalDate
  /** The months that take entries, as `2026-11`. */
  readonly openMonths: ReadonlySet<string>
  readonly kindsOf: (year: FiscalYear) => readonly LineKind[]
}

/** Prepares a context once, so that reading a cell is a matter of look-ups. */
export function intakeContext(
  given: Pick<IntakeContext, 'ground' | 'households' | 'defaultCashAccountId' | 'today' | 'openMonths'>,
): IntakeContext {
  const kinds = new Map<FiscalYear, readonly LineKind[]>()
  return {
    ...given,
    areas: indexAreas(given.ground.areas),
    kindsOf(year) {
      const known = kinds.get(year) ?? lineKindsOf(given.ground, year)
      kinds.set(year, known)
      return known
    },
  }
}
