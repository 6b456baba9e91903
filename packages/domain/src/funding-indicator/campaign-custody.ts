import type { CampaignId } from '../ids.ts'
import type { DriveKind } from '../community-chest/campaign/drive-kind.ts'
import type { GroundData } from '../ledger/ground-data.ts'
import { addYen, negateYen, sumYen, type Yen, yen } from '../money/yen.ts'
import type { FundingCut } from './funding-cut.ts'
import type { MonthTotal } from './source-figures.ts'

/** 預り金 of one drive: what came in this year, what was passed on, and what is still held on the day. */
export interface CampaignCustody {
  readonly campaignId: CampaignId
  readonly name: string
  readonly drive: DriveKind
  readonly fiscalYear: number
  /** Held from earlier fiscal years. */
  readonly broughtForwardYen: Yen
  readonly collectedYen: Yen
  /** The drive of the same code a year earlier, to the same day; null where there was none. */
  readonly lastCollectedYen: Yen | null
  /** 送金・直接配分, positive. */
  readonly passedOnYen: Yen
  readonly heldYen: Yen
}

/**
 * Custody by drive: every drive of the year, and any earlier one that is still held or moved this year. What is held
 * is what was brought forward, plus what came in, less what was passed on.
 */
export function campaignCustody(
  totals: readonly MonthTotal[],
  {
    ground,
    cut,
    broughtForward,
  }: { ground: GroundData; cut: FundingCut; broughtForward: ReadonlyMap<CampaignId, Yen> },
): CampaignCustody[] {
  const byCampaign = Map.groupBy(
    totals.filter((total) => total.isUntilCut),
    (total) => total.campaignId,
  )
  const collectedIn = (campaignId: CampaignId, year: number) =>
    sumYen(
      (byCampaign.get(campaignId) ?? [])
        .filter((total) => total.fiscalYear === year && total.sourceId !== null)
        .map((total) => total.amountYen),
    )
  return [...ground.campaigns].flatMap(([campaignId, campaign]) => {
    const { name, drive, fiscalYear, code } = campaign
    const moved = (byCampaign.get(campaignId) ?? []).filter((total) => total.fiscalYear === cut.fiscalYear)
    const passedOnYen = negateYen(
      sumYen(moved.filter((total) => total.sourceId === null).map((total) => total.amountYen)),
    )
    const broughtForwardYen = broughtForward.get(campaignId) ?? yen(0)
    if (fiscalYear > cut.fiscalYear || (fiscalYear < cut.fiscalYear && moved.length === 0 && broughtForwardYen === 0))
      return []
    const collectedYen = collectedIn(campaignId, cut.fiscalYear)
    const earlier = [...ground.campaigns].find(
      ([, other]) => other.code === code && other.fiscalYear === fiscalYear - 1,
    )
    return [
      {
        campaignId,
        name,
        drive,
        fiscalYear,
        broughtForwardYen,
        collectedYen,
        lastCollectedYen: earlier === undefined ? null : collectedIn(earlier[0], cut.lastYear),
        passedOnYen,
        heldYen: addYen(addYen(broughtForwardYen, collectedYen), negateYen(passedOnYen)),
      },
    ]
  })
}
