import type { Db } from '@sasaeai/db/database'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { IncomeTotalKind } from '@sasaeai/domain/funding-indicator/income/income-total-kind'
import type { YearFigure } from '@sasaeai/domain/funding-indicator/income/year-figure'
import type { IncomeLineId, IncomeTotalId, YearFigureId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'

/** Years, and the moment as of which what was told of them counts; null is now. */
export interface ToldSpan {
  readonly first: FiscalYear
  readonly last: FiscalYear
  readonly moment: Date | null
}

interface Told {
  readonly fiscalYear: FiscalYear
  /** Null where what was told before has been taken back. */
  readonly amountYen: Yen | null
  readonly source: string
  readonly asOf: LocalDate | null
  readonly note: string
}

export interface ToldTotal extends Told {
  readonly id: IncomeTotalId
  readonly lineId: IncomeLineId
  readonly kind: IncomeTotalKind
}

export interface ToldFigure extends Told {
  readonly id: YearFigureId
  readonly figure: YearFigure
}

type Row<Of> = Omit<Of, 'amountYen'> & { readonly amountYen: number | null }

const toldColumns = 'id, fiscal_year AS "fiscalYear", amount_yen AS "amountYen", source, as_of AS "asOf", note'

/** The newest of each line, year and kind as of the moment, taken back ones included. */
export async function readToldTotals(db: Pick<Db, 'pool'>, { first, last, moment }: ToldSpan): Promise<ToldTotal[]> {
  const { rows } = await db.pool.query<Row<ToldTotal>>({
    name: 'told-totals',
    text: `SELECT DISTINCT ON (fiscal_year, line_id, kind) ${toldColumns}, line_id AS "lineId", kind
      FROM income_total WHERE fiscal_year BETWEEN $1 AND $2 AND ($3::timestamptz IS NULL OR recorded_at <= $3)
      ORDER BY fiscal_year, line_id, kind, recorded_at DESC, id DESC`,
    values: [first, last, moment],
  })
  return rows.map(withYen)
}

/** The newest of each 基礎数値 and year as of the moment, taken back ones included. */
export async function readToldFigures(db: Pick<Db, 'pool'>, { first, last, moment }: ToldSpan): Promise<ToldFigure[]> {
  const { rows } = await db.pool.query<Row<ToldFigure>>({
    name: 'told-figures',
    text: `SELECT DISTINCT ON (fiscal_year, figure) ${toldColumns}, figure
      FROM year_figure WHERE fiscal_year BETWEEN $1 AND $2 AND ($3::timestamptz IS NULL OR recorded_at <= $3)
      ORDER BY fiscal_year, figure, recorded_at DESC, id DESC`,
    values: [first, last, moment],
  })
  return rows.map(withYen)
}

function withYen<Of extends { readonly amountYen: number | null }>(row: Of): Of & { readonly amountYen: Yen | null } {
  return { ...row, amountYen: row.amountYen === null ? null : yenFromColumn(row.amountYen) }
}

/** What counts: without what was taken back. */
export function counted<Of extends Told>(told: readonly Of[]): (Of & { readonly amountYen: Yen })[] {
  return told.flatMap((each) => (each.amountYen === null ? [] : [{ ...each, amountYen: each.amountYen }]))
}
