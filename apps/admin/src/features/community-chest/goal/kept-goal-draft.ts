import type { TypedGoals } from '@sasaeai/domain/community-chest/goal/typed-goals'
import { type AreaId, type CampaignId, id } from '@sasaeai/domain/ids'
import { z } from 'zod'

const keptDraftSchema = z.object({
  /** The revision of the goals that the typing began on. */
  goalRevision: z.int(),
  typed: z.array(z.tuple([z.uuid(), z.record(z.coerce.number<number>(), z.string())])),
})

export interface GoalDraft {
  readonly goalRevision: number
  readonly typed: TypedGoals
}

/** What this browser remembers of goals that were typed and not saved: it survives a reload and a lost connection. */
export function readKeptGoals(campaignId: CampaignId): GoalDraft | null {
  try {
    const kept = keptDraftSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(campaignId)) ?? 'null'))
    if (!kept.success || kept.data.typed.length === 0) return null
    return { goalRevision: kept.data.goalRevision, typed: new Map(kept.data.typed.map(([areaId, cells]): [AreaId, Record<number, string>] => [id(areaId), cells])) }
  } catch {
    return null
  }
}

/** Remembers what is typed; nothing typed is forgotten. */
export function keepGoals(campaignId: CampaignId, { goalRevision, typed }: GoalDraft): void {
  try {
    if (typed.size === 0) localStorage.removeItem(keyOf(campaignId))
    else localStorage.setItem(keyOf(campaignId), JSON.stringify({ goalRevision, typed: [...typed] }))
  } catch {
    // Storage is full or forbidden: what is typed lives as long as the page.
  }
}

function keyOf(campaignId: CampaignId): string {
  return `sasaeai.goals.${campaignId}`
}
