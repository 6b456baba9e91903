import { inTransaction } from '@sasaeai/db/in-transaction'
import type { ImportFileFailure } from '@sasaeai/documents/read-import-lines'
import type { AreaImportInput } from '@sasaeai/domain/area/area-import-input'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../deps.ts'
import { planImportOfAreas, type AreaImportPlan } from './plan-import-of-areas.ts'

/** Shows what a file would do to the tree, line by line, without doing it. */
export function previewAreaImport(
  deps: Deps,
  input: AreaImportInput,
): Promise<Outcome<AreaImportPlan, ImportFileFailure>> {
  return inTransaction(deps.db, (tx) => planImportOfAreas(deps, tx, input))
}
