import type { CampaignId } from '../ids.ts'
import { drivesOf, type FundingCategory } from './funding-category.ts'
import type { GroundCampaign } from './ground-data.ts'

/** Whose money it is: the council's own income, held for the 共同募金会, or held for another body's drive. */
export const moneyHoldings = ['own', 'custody', 'other_drive'] as const
export type MoneyHolding = (typeof moneyHoldings)[number]

export const moneyHoldingNames: Record<MoneyHolding, string> = {
  own: '収入（会費・寄附・補助など）',
  custody: '預り金（共同募金・歳末）',
  other_drive: 'ほかの団体の運動',
}

/**
 * Whose money a posting of this category and campaign is. What is not money of a drive is the council's own; money of
 * a drive is held for the 共同募金会; NHK歳末 and the like are another body's and never summed in with either.
 */
export function holdingOf(
  category: FundingCategory,
  campaign: Pick<GroundCampaign, 'drive'> | undefined,
): MoneyHolding {
  if (drivesOf(category).length === 0) return 'own'
  return campaign?.drive === 'other' ? 'other_drive' : 'custody'
}

/** The campaigns whose money is held in this way. */
export function campaignsHeld(campaigns: ReadonlyMap<CampaignId, GroundCampaign>, holding: MoneyHolding): CampaignId[] {
  if (holding === 'own') return []
  return [...campaigns].flatMap(([id, { drive }]) => ((drive === 'other') === (holding === 'other_drive') ? [id] : []))
}
