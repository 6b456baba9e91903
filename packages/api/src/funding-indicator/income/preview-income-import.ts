import { inTransaction } from '@sasaeai/db/in-transaction'
import type { ImportFileFailure } from '@sasaeai/documents/read-import-lines'
import type { IncomeImportInput } from '@sasaeai/domain/funding-indicator/income/income-input'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../../deps.ts'
import { type IncomeImportPlan, planImportOfIncome } from './plan-import-of-income.ts'

/** Shows what a file would write down, line by line, without doing it. */
export function previewIncomeImport(deps: Deps, input: IncomeImportInput): Promise<Outcome<IncomeImportPlan, ImportFileFailure>> {
  return inTransaction(deps.db, (tx) => planImportOfIncome(deps, tx, input))
}
