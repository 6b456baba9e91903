import { toDateColumn } from '@sasaeai/db/local-date-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Actor, Deps } from '../../deps.ts'

/** What somebody says of a year. */
export interface SaidOfYear {
  readonly fiscalYear: FiscalYear
  /** Null takes back what was said before. */
  readonly amountYen: Yen | null
  readonly source: string
  readonly asOf: LocalDate | null
  readonly note: string
}

/** The columns of it; whose amount it is, the caller adds. The database says when it was recorded. */
export function toldRow(deps: Deps, actor: Actor, { fiscalYear, amountYen, source, asOf, note }: SaidOfYear) {
  return {
    id: deps.newId(), fiscalYear, source, note, recordedById: actor.userId,
    amountYen: amountYen === null ? null : BigInt(amountYen), asOf: asOf === null ? null : toDateColumn(asOf),
  }
}
