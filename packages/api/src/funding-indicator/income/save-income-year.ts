import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { FiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import type { FigureCell, IncomeCell, SaveIncomeYearInput } from '@sasaeai/domain/funding-indicator/income/income-input'
import { incomeTotalKindNames } from '@sasaeai/domain/funding-indicator/income/income-total-kind'
import { yearFigureNames } from '@sasaeai/domain/funding-indicator/income/year-figure'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { orMissingReference } from '../../council/missing-reference.ts'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { toldRow } from './told-row.ts'

export interface SavedIncomeYear {
  /** Cells in which something else stands now. */
  readonly saved: number
}

/** So many cells are named one by one in the audit trail; beyond, their number must do. */
const mostNamedCells = 200

/**
 * Writes down what somebody has typed of a year: a row for each cell that says something else than before, and none for
 * the others. A cell that somebody else has changed since it was shown keeps everything out.
 */
export function saveIncomeYear(
  deps: Deps,
  actor: Actor,
  { fiscalYear, totals, figures }: SaveIncomeYearInput,
): Promise<Outcome<SavedIncomeYear, 'income_changed_meanwhile' | 'row_gone' | 'reference_gone' | 'year_not_open'>> {
  return orMissingReference(
    inTransaction(deps.db, async (tx) => {
      const changedTotals: IncomeCell[] = []
      for (const cell of totals) {
        const newest = await newestTotal(tx, fiscalYear, cell)
        if ((newest?.id ?? null) !== cell.replacesId) return fail('income_changed_meanwhile', { about: await nameOfCell(tx, cell) })
        if (saysOtherwise(newest, cell)) changedTotals.push(cell)
      }
      const changedFigures: FigureCell[] = []
      for (const cell of figures) {
        const newest = await tx.yearFigure.findFirst({ where: { fiscalYear, figure: cell.figure }, orderBy: [...newestFirst] })
        if ((newest?.id ?? null) !== cell.replacesId) return fail('income_changed_meanwhile', { about: yearFigureNames[cell.figure] })
        if (saysOtherwise(newest, cell)) changedFigures.push(cell)
      }
      const saved = changedTotals.length + changedFigures.length
      if (saved > 0) await writeDown(deps, tx, { actor, fiscalYear, totals: changedTotals, figures: changedFigures })
      return succeed({ saved })
    }),
  )
}

const newestFirst = [{ recordedAt: 'desc' }, { id: 'desc' }] as const

function newestTotal(tx: Tx, fiscalYear: FiscalYear, { lineId, kind }: IncomeCell) {
  return tx.incomeTotal.findFirst({ where: { fiscalYear, lineId, kind }, orderBy: [...newestFirst] })
}

async function nameOfCell(tx: Tx, { lineId, kind }: IncomeCell): Promise<string> {
  const line = await tx.incomeLine.findUnique({ where: { id: lineId }, select: { name: true } })
  return `「${line?.name ?? ''}」の${incomeTotalKindNames[kind]}`
}

interface ToldRow {
  readonly amountYen: bigint | null
  readonly source: string
  readonly asOf: Date | null
  readonly note: string
}

/** Whether the cell says anything else than the newest row. Where nothing stands, nothing cannot be taken back. */
function saysOtherwise(newest: ToldRow | null, { amountYen, source, asOf, note }: IncomeCell | FigureCell): boolean {
  if (newest === null || newest.amountYen === null) return amountYen !== null
  return yenFromColumn(newest.amountYen) !== amountYen
    || amountYen !== null && (newest.source !== source || fromNullableDateColumn(newest.asOf) !== asOf || newest.note !== note)
}

interface ChangedCells {
  readonly actor: Actor
  readonly fiscalYear: FiscalYear
  readonly totals: readonly IncomeCell[]
  readonly figures: readonly FigureCell[]
}

async function writeDown(deps: Deps, tx: Tx, { actor, fiscalYear, totals, figures }: ChangedCells): Promise<void> {
  await tx.incomeTotal.createMany({ data: totals.map((cell) => ({ lineId: cell.lineId, kind: cell.kind, ...toldRow(deps, actor, { fiscalYear, ...cell }) })) })
  await tx.yearFigure.createMany({ data: figures.map((cell) => ({ figure: cell.figure, ...toldRow(deps, actor, { fiscalYear, ...cell }) })) })
  const changed = totals.length + figures.length
  await recordAuditEvent(deps, tx, {
    actor,
    action: 'income_total.save',
    subjectKind: 'income_total',
    subjectId: String(fiscalYear),
    after: {
      fiscalYear,
      changed,
      ...(changed > mostNamedCells ? {} : {
        totals: totals.map(({ lineId, kind, amountYen, source, asOf, note }) => ({ lineId, kind, amountYen, source, asOf, note })),
        figures: figures.map(({ figure, amountYen, source, asOf, note }) => ({ figure, amountYen, source, asOf, note })),
      }),
    },
  })
}
