import { createHash } from 'node:crypto'
import type { Tx } from '@sasaeai/db/in-transaction'
import { fromNullableDateColumn } from '@sasaeai/db/local-date-column'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { ImportFileFailure } from '@sasaeai/documents/read-import-lines'
import { fiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { incomeImportColumns } from '@sasaeai/domain/funding-indicator/income/income-import-columns'
import type { IncomeImportInput } from '@sasaeai/domain/funding-indicator/income/income-input'
import { type IncomeGround, type PlannedIncomeLine, planIncomeImport } from '@sasaeai/domain/funding-indicator/income/plan-income-import'
import { id } from '@sasaeai/domain/ids'
import { succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'

export interface IncomeImportPlan {
  readonly lines: readonly PlannedIncomeLine[]
  /** Columns that the import does not know and therefore leaves out. */
  readonly ignoredHeadings: readonly string[]
  /** Stands for exactly this plan; another file, or totals that changed meanwhile, have another one. */
  readonly fingerprint: string
}

/** Reads the file and compares it with what is told as the transaction sees it. Changes nothing. */
export async function planImportOfIncome(deps: Deps, tx: Tx, { file }: IncomeImportInput): Promise<Outcome<IncomeImportPlan, ImportFileFailure>> {
  // Loaded with the first file: a start does not wait for it, an idle server does not carry it.
  const { readImportLines } = await import('@sasaeai/documents/read-import-lines')
  const typed = await readImportLines(Buffer.from(file, 'base64'), incomeImportColumns)
  if (!typed.ok) return typed
  const lines = planIncomeImport(typed.value.lines, await readIncomeGround(deps, tx))
  const fingerprint = createHash('sha256').update(JSON.stringify(lines)).digest('hex')
  return succeed({ lines, ignoredHeadings: typed.value.ignored, fingerprint })
}

async function readIncomeGround(deps: Deps, tx: Tx): Promise<IncomeGround> {
  const lines = await tx.incomeLine.findMany({ select: { id: true, code: true, name: true } })
  const told = await tx.incomeTotal.findMany({
    distinct: ['fiscalYear', 'lineId', 'kind'],
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
  })
  return {
    today: localDateInTokyo(deps.now()),
    lines: lines.map(({ id: lineId, ...line }) => ({ lineId: id(lineId), ...line })),
    told: told.map(({ kind, source, note, ...total }) => ({
      kind, source, note,
      id: id(total.id),
      lineId: id(total.lineId),
      fiscalYear: fiscalYear(total.fiscalYear),
      amountYen: total.amountYen === null ? null : yenFromColumn(total.amountYen),
      asOf: fromNullableDateColumn(total.asOf),
    })),
  }
}
