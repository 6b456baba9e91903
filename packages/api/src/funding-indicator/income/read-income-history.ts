import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import type { IncomeHistoryInput } from '@sasaeai/domain/funding-indicator/income/income-input'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'

/** One time that somebody said what a cell is. */
export interface ToldOnce {
  readonly id: string
  /** Null took back what was said before. */
  readonly amountYen: Yen | null
  readonly source: string
  readonly asOf: LocalDate | null
  readonly note: string
  readonly recordedAt: string
  readonly recordedBy: string
}

/** All that was ever told of a cell, newest first. */
export async function readIncomeHistory({ db }: Pick<Deps, 'db'>, { fiscalYear, of }: IncomeHistoryInput): Promise<ToldOnce[]> {
  const order = { orderBy: [{ recordedAt: 'desc' as const }, { id: 'desc' as const }], include: { recordedBy: { select: { name: true } } }, take: 200 }
  const rows = 'figure' in of
    ? await db.prisma.yearFigure.findMany({ where: { fiscalYear, figure: of.figure }, ...order })
    : await db.prisma.incomeTotal.findMany({ where: { fiscalYear, lineId: of.lineId, kind: of.kind }, ...order })
  return rows.map(({ id, amountYen, source, asOf, note, recordedAt, recordedBy }) => ({
    id, source, note,
    amountYen: amountYen === null ? null : yenFromColumn(amountYen),
    asOf: fromNullableDateColumn(asOf),
    recordedAt: recordedAt.toISOString(),
    recordedBy: recordedBy.name,
  }))
}
