import type { SaveGivingLinkInput } from '@sasaeai/domain/online-giving/settings/giving-link-details'
import { saveGroundItem } from '../../council/save-ground-item.ts'
import type { Actor, Deps } from '../../deps.ts'
import { givingLinkTable } from './giving-link-table.ts'

const attempts = 5

/** Adds a short link or changes one. A code comes from the id; one that is taken, which hardly ever happens, is drawn anew. */
export async function saveGivingLink(deps: Deps, actor: Actor, input: SaveGivingLinkInput) {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await saveGroundItem(deps, actor, { table: givingLinkTable, ...input })
    if (outcome.ok || outcome.code !== 'code_taken' || attempt === attempts) return outcome
  }
}
