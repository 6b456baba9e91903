import type { Actor, Deps } from '../deps.ts'
import { recordExport } from '../user/record-export.ts'

/** Who has taken a list of online giving out of the house: they name people, so it leaves a trace. */
export function recordGivingExport(deps: Deps, actor: Actor, after: { readonly name: string; readonly rows: number }): Promise<void> {
  return recordExport(deps, actor, { action: 'giving_list.export', subjectKind: 'giving_list', subjectId: after.name, after })
}
