import { createHash } from 'node:crypto'
import type { Tx } from '@sasaeai/db/in-transaction'
import type { ImportFileFailure } from '@sasaeai/documents/read-import-lines'
import { indicatorImportColumns } from '@sasaeai/domain/funding-indicator/indicator/indicator-import-columns'
import type { IndicatorImportInput } from '@sasaeai/domain/funding-indicator/indicator/indicator-import-input'
import { type KnownIndicator, planIndicatorImport, type PlannedIndicatorLine } from '@sasaeai/domain/funding-indicator/indicator/plan-indicator-import'
import { succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'

export interface IndicatorImportPlan {
  readonly lines: readonly PlannedIndicatorLine[]
  /** Columns that the import does not know and therefore leaves out. */
  readonly ignoredHeadings: readonly string[]
  /** Stands for exactly this plan; another file, or indicators that changed meanwhile, have another one. */
  readonly fingerprint: string
}

/** Reads the file and compares it with what was said of the year as the transaction sees it. Changes nothing. */
export async function planImportOfIndicators(tx: Tx, { file, fiscalYear }: IndicatorImportInput): Promise<Outcome<IndicatorImportPlan, ImportFileFailure>> {
  // Loaded with the first file: a start does not wait for it, an idle server does not carry it.
  const { readImportLines } = await import('@sasaeai/documents/read-import-lines')
  const typed = await readImportLines(Buffer.from(file, 'base64'), indicatorImportColumns)
  if (!typed.ok) return typed
  const lines = planIndicatorImport(typed.value.lines, await readKnown(tx, fiscalYear))
  return succeed({ lines, ignoredHeadings: typed.value.ignored, fingerprint: createHash('sha256').update(JSON.stringify([fiscalYear, lines])).digest('hex') })
}

async function readKnown(tx: Tx, fiscalYear: IndicatorImportInput['fiscalYear']): Promise<KnownIndicator[]> {
  const rows = await tx.$queryRaw<(Omit<KnownIndicator, 'actual'> & { readonly actual: number | null; readonly asOfLabel: string })[]>`
    SELECT i.id AS "indicatorId", i.name, i.kind::text AS kind, t.value::float8 AS target, a.value::float8 AS actual, coalesce(a.as_of_label, '') AS "asOfLabel"
      FROM funding_indicator i
        LEFT JOIN LATERAL (SELECT value FROM indicator_target WHERE indicator_id = i.id AND fiscal_year = ${fiscalYear} ORDER BY recorded_at DESC, id DESC LIMIT 1) t ON true
        LEFT JOIN LATERAL (SELECT value, as_of_label FROM indicator_actual WHERE indicator_id = i.id AND fiscal_year = ${fiscalYear} ORDER BY recorded_at DESC, id DESC LIMIT 1) a ON true
      ORDER BY i.display_order, i.code`
  return rows.map(({ actual, asOfLabel, ...known }) => ({ ...known, actual: { value: actual, asOfLabel } }))
}
