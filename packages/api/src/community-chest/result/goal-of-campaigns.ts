import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { ResultCampaign } from '@sasaeai/domain/community-chest/result/result-scope'
import type { CampaignId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'

/**
 * 目標額 of some campaigns: as it was fixed for each, else what its goals by area and method come to. Null unless every one
 * of them has a goal: money of a drive without one would count towards the goals of the others.
 */
export function goalOfCampaigns(campaigns: readonly ResultCampaign[], totals: ReadonlyMap<CampaignId, number>): Yen | null {
  const known = campaigns.flatMap(({ campaignId, goalYen }) => goalYen ?? totals.get(campaignId) ?? [])
  return known.length === 0 || known.length < campaigns.length ? null : yenFromColumn(known.reduce((sum, each) => sum + each, 0))
}
