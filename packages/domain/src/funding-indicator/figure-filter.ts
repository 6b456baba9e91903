import type { AreaId, CampaignId, FundingSourceId } from '../ids.ts'
import { drivesOf, type FundingCategory } from '../ledger/funding-category.ts'
import type { MoneyHolding } from '../ledger/money-holding.ts'
import type { PostingFilter } from '../ledger/posting-filter.ts'
import { momentOf } from '../ledger/posting-moment.ts'
import type { FundingCut } from './funding-cut.ts'

/** This year up to the cut-off day, or last year up to the same day. */
export const cutSides = ['this', 'last'] as const
export type CutSide = (typeof cutSides)[number]

/** What a figure of the funding page is of, beside its year. */
export interface FigureSubject {
  readonly holding?: MoneyHolding
  readonly sourceId?: FundingSourceId
  readonly category?: FundingCategory
  readonly campaignId?: CampaignId
  readonly districtId?: AreaId
}

/** The filter under which the list of 明細 holds exactly the postings that a figure of the funding page is made of. */
export function figureFilter(cut: FundingCut, side: CutSide, subject: FigureSubject): PostingFilter {
  const { sourceId, category, campaignId, districtId, holding = holdingOfCategory(category) } = subject
  return {
    ...(side === 'this'
      ? { fiscalYear: cut.fiscalYear, to: cut.asOf }
      : { fiscalYear: cut.lastYear, to: cut.lastAsOf }),
    ...momentOf(cut),
    ...(holding === undefined ? {} : { holding }),
    ...(sourceId === undefined ? {} : { fundingSourceId: sourceId }),
    ...(category === undefined ? {} : { category }),
    ...(campaignId === undefined ? {} : { campaignId }),
    ...(districtId === undefined ? {} : { areaId: districtId }),
  }
}

/** A category is shown without other bodies' drives, and so is the list behind it. */
function holdingOfCategory(category: FundingCategory | undefined): MoneyHolding | undefined {
  if (category === undefined) return undefined
  return drivesOf(category).length === 0 ? 'own' : 'custody'
}
