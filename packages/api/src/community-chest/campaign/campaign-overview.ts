import { yenFromColumn } from '@sasaeai/db/yen-column'
import { type FiscalYear, fiscalYear, fiscalYearOf, sameDayOfFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { goalOfCampaign } from '@sasaeai/domain/community-chest/goal/goal-of-campaigns'
import type { RateRules } from '@sasaeai/domain/community-chest/result/printed-rate'
import type { CampaignId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { keptSums } from '../../ledger/kept-sums.ts'
import { readVersions } from '../../ledger/read-ground-data.ts'
import { readGoalTotals } from '../result/read-goal-sums.ts'
import { campaignDays } from './campaign-days.ts'
import { readChestRules } from '../rules/save-chest-rules.ts'
import { listCampaigns } from './campaign-table.ts'

export type Campaign = Awaited<ReturnType<typeof listCampaigns>>[number]

/** A drive with what it has brought and what is held of it. Amounts in yen. */
export interface CampaignStanding extends Campaign {
  /** 目標額 as results measure by it: as it is fixed, else the sum of the goals by area and method; null where there is neither. */
  readonly measuredGoalYen: Yen | null
  /** 実績額: all that came in, late slips included. */
  readonly collectedYen: Yen
  /** The same until today, to be set beside last year's to the same day. */
  readonly untilYen: Yen
  /** The drive of the same code a year earlier, to the same day; null where there was none. */
  readonly lastUntilYen: Yen | null
  /** 預り残高. */
  readonly heldYen: Yen
}

export interface CampaignOverview {
  /** The day up to which this year and last are compared; null for a year that is over, which is compared whole. */
  readonly until: LocalDate | null
  readonly campaigns: readonly CampaignStanding[]
  /** Drives of the year before that this year lacks. */
  readonly copyable: number
  /** How rates print. */
  readonly rules: RateRules
}

/** 運動の一覧: the drives of a fiscal year with where each of them stands. */
export async function campaignOverview(deps: Deps, year: FiscalYear): Promise<CampaignOverview> {
  const today = localDateInTokyo(deps.now())
  const until = fiscalYearOf(today) === year ? today : null
  const { goals: goalVersion } = await readVersions(deps.db)
  const [all, days, rules, goals] = await Promise.all([
    listCampaigns(deps.db), keptSums(deps.db, campaignDays(year)), readChestRules(deps), readGoalTotals(deps.db, year, goalVersion),
  ])
  const inYear = (wanted: number) => all.filter(({ fiscalYear: each }) => each === wanted)
  const daysOf = Map.groupBy(days.values(), ({ campaignId }) => campaignId)
  const sumOf = ({ id, custodyAccountId }: Campaign, { isHeld, until: last }: { isHeld?: boolean; until?: LocalDate | null }) =>
    yenFromColumn(
      (daysOf.get(id) ?? [])
        .filter((each) => (isHeld === true ? each.accountId === custodyAccountId : each.isCollected) && (last == null || each.day <= last))
        .reduce((sum, { amountYen }) => sum + amountYen, 0),
    )
  const lastUntil = until === null ? null : sameDayOfFiscalYear(until, fiscalYear(year - 1))
  const before = inYear(year - 1)
  const codes = new Set(inYear(year).map(({ code }) => code))
  return {
    until,
    campaigns: inYear(year).map((campaign) => {
      const earlier = before.find(({ code, drive }) => code === campaign.code && drive === campaign.drive)
      return {
        ...campaign,
        measuredGoalYen: goalOfCampaign(campaign, goals.get(campaign.id)),
        collectedYen: sumOf(campaign, {}),
        untilYen: sumOf(campaign, { until }),
        lastUntilYen: earlier === undefined ? null : sumOf(earlier, { until: lastUntil }),
        heldYen: sumOf(campaign, { isHeld: true }),
      }
    }),
    rules: { decimals: rules.rateDecimals, rounding: rules.rateRounding },
    copyable: before.filter(({ code }) => !codes.has(code)).length,
  }
}

/** The same of one drive; null where there is none. */
export async function campaignStanding(deps: Deps, campaignId: CampaignId): Promise<(CampaignStanding & Pick<CampaignOverview, 'rules'>) | null> {
  const campaign = await deps.db.prisma.campaign.findUnique({ where: { id: campaignId }, select: { fiscalYear: true } })
  if (campaign === null) return null
  const { campaigns, rules } = await campaignOverview(deps, fiscalYear(campaign.fiscalYear))
  const standing = campaigns.find(({ id }) => id === campaignId)
  return standing === undefined ? null : { ...standing, rules }
}
