import { inTransaction } from '@sasaeai/db/in-transaction'
import type { AreaImportInput } from '@sasaeai/domain/area/area-import-input'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Deps } from '../deps.ts'
import { planImportOfAreas, type AreaFileFailure, type AreaImportPlan } from './plan-import-of-areas.ts'

/** Shows what a file would do to the tree, line by line, without doing it. */
export function previewAreaImport(
  deps: Deps,
  input: AreaImportInput,
): Promise<Outcome<AreaImportPlan, AreaFileFailure>> {
  return inTransaction(deps.db, (tx) => planImportOfAreas(deps, tx, input))
}
