import type { Actor, Deps } from '../deps.ts'
import { recordExport } from '../user/record-export.ts'

/** Who has taken a list with givers' names out of the house. */
export function recordDonationExport(deps: Deps, actor: Actor, { name, rows }: { name: string; rows: number }): Promise<void> {
  return recordExport(deps, actor, { action: 'donation_list.export', subjectKind: 'donation_list', subjectId: name, after: { name, rows } })
}
