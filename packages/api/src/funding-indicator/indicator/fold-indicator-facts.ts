import { yenFromColumn } from '@sasaeai/db/yen-column'
import { daysBetween } from '@sasaeai/domain/calendar/days-between'
import { oldestHeldSince } from '@sasaeai/domain/community-chest/remittance/oldest-held'
import type { FundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import type { CategoryFact, CustodyFact, DoorToDoorFact, HeldDrive } from '@sasaeai/domain/funding-indicator/indicator/indicator-facts'
import type { CampaignId } from '@sasaeai/domain/ids'
import { fundingCategories, type FundingCategory } from '@sasaeai/domain/ledger/funding-category'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import { holdingOf } from '@sasaeai/domain/ledger/money-holding'
import { duesTermsOfYear } from '@sasaeai/domain/membership-dues/terms/dues-terms-of-year'
import { type CollectedDaySums, daysOfDrive } from '../../community-chest/remittance/collected-day-sums.ts'
import type { IndicatorSum } from './indicator-sums.ts'

/** The sums that a year is made of, and what they mean. */
export interface SumsOfYear {
  readonly cut: FundingCut
  readonly ground: GroundData
  /** Of all years, whole. */
  readonly whole: readonly IndicatorSum[]
  /** Of this year and last year, each up to the cut's day. */
  readonly now: readonly IndicatorSum[]
  readonly last: readonly IndicatorSum[]
}

/** What came in by category; null for a year of which the books hold nothing. Another body's drive is in none. */
export function categoryFacts(sums: SumsOfYear, targetOf: (category: FundingCategory) => number | null): Record<FundingCategory, CategoryFact> {
  const [thisYen, lastYen] = [byCategory(sums.now, sums.ground), byCategory(sums.last, sums.ground)]
  const facts = fundingCategories.map((category) => [
    category, { thisYen: thisYen?.get(category) ?? (thisYen && 0), lastYen: lastYen?.get(category) ?? (lastYen && 0), targetYen: targetOf(category) },
  ])
  return Object.fromEntries(facts) as Record<FundingCategory, CategoryFact>
}

function byCategory(sums: readonly IndicatorSum[], { sources, campaigns }: GroundData): Map<FundingCategory, number> | null {
  if (sums.length === 0) return null
  const found = new Map<FundingCategory, number>()
  for (const { sourceId, campaignId, amountYen } of sums) {
    const category = sourceId === null ? undefined : sources.get(sourceId)?.category
    if (category === undefined) continue
    if (holdingOf(category, campaignId === null ? undefined : campaigns.get(campaignId)) === 'other_drive') continue
    found.set(category, (found.get(category) ?? 0) - amountYen)
  }
  return found
}

/** What each method that counts households brought, also where that is nothing. */
export function doorToDoorFacts({ now, ground }: SumsOfYear): DoorToDoorFact[] {
  if (now.length === 0) return []
  const methods = [...ground.methods].filter(([, { countMeaning }]) => countMeaning === 'households')
  return (['community_chest', 'year_end_mutual_aid'] as const).flatMap((category) =>
    methods.map(([methodId, { name }]) => {
      const ofMethod = now.filter((sum) => sum.methodId === methodId)
      return { category, methodId, name, amountYen: byCategory(ofMethod, ground)?.get(category) ?? 0 }
    }),
  )
}

/** Households whose dues of the year came in, whenever that was; kinds that are counted by household alone. */
export function payingHouseholds({ cut, whole, ground }: SumsOfYear): number | null {
  const ofYear = whole.filter(({ duesYear, sourceId }) => sourceId !== null && duesYear === String(cut.fiscalYear))
  const counted = ofYear.filter(({ duesKindId }) => duesKindId !== null && duesTermsOfYear(ground, duesKindId, cut.fiscalYear)?.unit === 'household')
  return counted.length === 0 ? null : counted.reduce((sum, { count }) => sum + count, 0)
}

/** 預り金 at the end of the year, or now: of each drive everything that came in, less what was passed on. */
export function custodyFact({ cut, whole, now, ground }: SumsOfYear, collected: CollectedDaySums): CustodyFact | null {
  if (now.length === 0) return null
  const held = new Map<CampaignId, number>()
  for (const { fiscalYear, campaignId, amountYen } of whole) {
    if (campaignId === null || fiscalYear > cut.fiscalYear || ground.campaigns.get(campaignId)?.drive === 'other') continue
    held.set(campaignId, (held.get(campaignId) ?? 0) - amountYen)
  }
  const since = [...held].flatMap(([campaignId, heldYen]) => (heldYen > 0 ? (oldestHeldSince(daysOfDrive(collected, campaignId, cut.asOf), yenFromColumn(heldYen)) ?? []) : []))
  const [oldest] = since.toSorted()
  const drives = [...held].flatMap(([campaignId, heldYen]): HeldDrive[] => {
    const drive = ground.campaigns.get(campaignId)
    return drive === undefined || heldYen === 0 ? [] : [{ campaignId, name: drive.name, fiscalYear: drive.fiscalYear, accountId: drive.custodyAccountId, heldYen }]
  })
  return { drives: drives.toSorted((left, right) => left.fiscalYear - right.fiscalYear || left.name.localeCompare(right.name)), days: oldest === undefined ? null : daysBetween(oldest, cut.asOf) }
}
