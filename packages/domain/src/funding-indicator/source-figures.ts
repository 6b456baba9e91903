import { type FiscalYear, fiscalMonths } from '../calendar/fiscal-year.ts'
import type { CampaignId, FundingSourceId } from '../ids.ts'
import type { FundingCategory } from '../ledger/funding-category.ts'
import type { GroundData } from '../ledger/ground-data.ts'
import { holdingOf, type MoneyHolding } from '../ledger/money-holding.ts'
import { sumYen, type Yen } from '../money/yen.ts'
import type { TargetedFigure } from './attainment.ts'
import type { FundingCut } from './funding-cut.ts'

/** What came in of a source and campaign in a month or a part of it, on one side of the cut-off day. */
export interface MonthTotal {
  readonly fiscalYear: FiscalYear
  /** Null for what was paid out of custody. */
  readonly sourceId: FundingSourceId | null
  readonly campaignId: CampaignId | null
  /** 1 to 12. */
  readonly month: number
  readonly isUntilCut: boolean
  /** 受入額: positive where money came in. */
  readonly amountYen: Yen
}

/** A funding source this year and last, to the same day. */
export interface SourceFigures extends TargetedFigure {
  readonly sourceId: FundingSourceId
  readonly name: string
  readonly category: FundingCategory
  readonly holding: Exclude<MoneyHolding, 'other_drive'>
  readonly lastYen: Yen
  /** Last year to its end. */
  readonly lastWholeYen: Yen
  /** April first; this year's only until the cut-off day. */
  readonly months: readonly Yen[]
  readonly lastMonths: readonly Yen[]
}

/** Figures by funding source, in the order of their codes; sources with neither money nor target are left out. */
export function sourceFigures(
  totals: readonly MonthTotal[],
  { ground, cut, targets }: { ground: GroundData; cut: FundingCut; targets: ReadonlyMap<FundingSourceId, Yen> },
): SourceFigures[] {
  const bySource = Map.groupBy(totals, (total) => total.sourceId)
  const months = fiscalMonths(cut.fiscalYear).map(({ month }) => month)
  return [...ground.sources].flatMap(([sourceId, { name, category }]) => {
    const ours = (bySource.get(sourceId) ?? []).filter(
      ({ campaignId }) => holdingIn(ground, category, campaignId) !== 'other_drive',
    )
    const targetYen = targets.get(sourceId) ?? null
    if (ours.length === 0 && targetYen === null) return []
    const now = ours.filter((total) => total.fiscalYear === cut.fiscalYear && total.isUntilCut)
    const last = ours.filter((total) => total.fiscalYear === cut.lastYear)
    const holding = holdingOf(category, undefined) === 'own' ? 'own' : 'custody'
    return [
      {
        sourceId,
        name,
        category,
        holding,
        targetYen,
        thisYen: sumOf(now),
        lastYen: sumOf(last.filter((total) => total.isUntilCut)),
        lastWholeYen: sumOf(last),
        months: byMonth(now, months),
        lastMonths: byMonth(last, months),
      },
    ]
  })
}

/** Whose money a total is. */
export function holdingIn(
  { campaigns }: GroundData,
  category: FundingCategory,
  campaignId: CampaignId | null,
): MoneyHolding {
  return holdingOf(category, campaignId === null ? undefined : campaigns.get(campaignId))
}

function byMonth(totals: readonly MonthTotal[], months: readonly number[]): Yen[] {
  return months.map((month) => sumOf(totals.filter((total) => total.month === month)))
}

function sumOf(totals: readonly Pick<MonthTotal, 'amountYen'>[]): Yen {
  return sumYen(totals.map((total) => total.amountYen))
}
