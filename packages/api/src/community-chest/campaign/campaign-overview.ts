import { groundAt } from '@sasaeai/db/ground-at'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { type FiscalYear, fiscalYear, fiscalYearOf, sameDayOfFiscalYear } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { goalOfCampaign } from '@sasaeai/domain/community-chest/goal/goal-of-campaigns'
import type { RateRules } from '@sasaeai/domain/community-chest/result/printed-rate'
import type { CampaignId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import type { Deps } from '../../deps.ts'
import { readVersions } from '../../ledger/read-ground-data.ts'
import { groundMomentOf, ofNow, type ReportMoment } from '../../ledger/report-moment.ts'
import { sumsAt } from '../../ledger/sums-at.ts'
import { readGoalTotals } from '../result/read-goal-sums.ts'
import { readResultGround } from '../result/read-result-ground.ts'
import { campaignDays } from './campaign-days.ts'
import { type Campaign, listCampaigns } from './campaign-table.ts'

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
  /** The day by which drives have begun or are over. */
  readonly today: LocalDate
  /** The day up to which this year and last are compared; null for a year that is over, which is compared whole. */
  readonly until: LocalDate | null
  readonly campaigns: readonly CampaignStanding[]
  /** Drives of the year before that this year lacks. */
  readonly copyable: number
  /** How rates print. */
  readonly rules: RateRules
}

/**
 * 運動の一覧: the drives of a fiscal year with where each of them stands. Of a past moment the money is as it stood then, and the
 * drives, their goals and how rates print are as they were then.
 */
export async function campaignOverview({ db, now }: Deps, year: FiscalYear, at: ReportMoment = ofNow): Promise<CampaignOverview> {
  const tables = groundAt(db, groundMomentOf(at))
  const today = localDateInTokyo(at.moment ?? now())
  const until = fiscalYearOf(today) === year ? today : null
  const versions = await readVersions(db)
  const [all, days, { rules: { decimals, rounding } }, goals] = await Promise.all([
    listCampaigns(tables), sumsAt(db, campaignDays(year), at.position), readResultGround(tables, versions.ground), readGoalTotals(tables, year, versions.goals),
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
    today,
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
    rules: { decimals, rounding },
    copyable: before.filter(({ code }) => !codes.has(code)).length,
  }
}

/** A drive by itself. */
export type CampaignAlone = CampaignStanding & Pick<CampaignOverview, 'rules' | 'today'>

/** The same of one drive; null where there is none, or was none at the moment. */
export async function campaignStanding(deps: Deps, campaignId: CampaignId, at: ReportMoment = ofNow): Promise<CampaignAlone | null> {
  const { rows: [campaign] } = await groundAt(deps.db, groundMomentOf(at)).pool.query<Pick<Campaign, 'fiscalYear'>>(
    'SELECT fiscal_year AS "fiscalYear" FROM campaign WHERE id = $1', [campaignId],
  )
  if (campaign === undefined) return null
  const { campaigns, rules, today } = await campaignOverview(deps, campaign.fiscalYear, at)
  const standing = campaigns.find(({ id }) => id === campaignId)
  return standing === undefined ? null : { ...standing, rules, today }
}
