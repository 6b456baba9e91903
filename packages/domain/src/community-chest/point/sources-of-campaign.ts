import type { CampaignId, FundingSourceId } from '../../ids.ts'
import { drivesOf } from '../../ledger/funding-category.ts'
import type { GroundData, GroundSource } from '../../ledger/ground-data.ts'

/** The sources that money of a drive can be booked under, the likeliest first: nearly always one, so that nobody is asked. */
export function sourcesOfCampaign({ campaigns, sources }: Pick<GroundData, 'campaigns' | 'sources'>, campaignId: string): [FundingSourceId, GroundSource][] {
  const campaign = [...campaigns].find(([id]: [CampaignId, unknown]) => id === campaignId)?.[1]
  if (campaign === undefined) return []
  return [...sources].filter(([, { isClosed, category }]) => !isClosed && drivesOf(category).includes(campaign.drive))
}
