import { inTransaction } from '@sasaeai/db/in-transaction'
import type { ImportFileFailure } from '@sasaeai/documents/read-import-lines'
import type { ApplyIncomeImportInput } from '@sasaeai/domain/funding-indicator/income/income-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { orMissingReference } from '../../council/missing-reference.ts'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { planImportOfIncome } from './plan-import-of-income.ts'
import { toldRow } from './told-row.ts'

export interface ImportedIncome {
  /** Amounts that were written down. */
  readonly saved: number
  readonly years: number
}

export type IncomeImportFailure =
  | ImportFileFailure
  | 'income_import_has_errors'
  | 'import_preview_outdated'
  | 'import_nothing_to_do'
  | 'reference_gone'
  | 'year_not_open'

/** Writes down what the preview showed, all of it or nothing: a single faulty line keeps everything out. */
export function applyIncomeImport(deps: Deps, actor: Actor, input: ApplyIncomeImportInput): Promise<Outcome<ImportedIncome, IncomeImportFailure>> {
  return orMissingReference(
    inTransaction(deps.db, async (tx) => {
      const plan = await planImportOfIncome(deps, tx, input)
      if (!plan.ok) return plan
      const { lines, fingerprint } = plan.value
      if (fingerprint !== input.fingerprint) return fail('import_preview_outdated')
      if (lines.some(({ status }) => status === 'error')) return fail('income_import_has_errors')
      const cells = lines.flatMap((line) => line.cells)
      if (cells.length === 0) return fail('import_nothing_to_do')
      await tx.incomeTotal.createMany({
        data: cells.map((cell) => ({ lineId: cell.lineId, kind: cell.kind, ...toldRow(deps, actor, cell) })),
      })
      const years = [...new Set(cells.map(({ fiscalYear }) => fiscalYear))].toSorted((left, right) => left - right)
      await recordAuditEvent(deps, tx, {
        actor, action: 'income_total.import', subjectKind: 'income_total', subjectId: fingerprint, after: { changed: cells.length, years },
      })
      return succeed({ saved: cells.length, years: years.length })
    }),
  )
}
