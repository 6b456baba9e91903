import { type GroundDb, groundAt } from '@sasaeai/db/ground-at'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { type FiscalYear, fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import { type LocalDate, localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { goalOfCampaign } from '@sasaeai/domain/community-chest/goal/goal-of-campaigns'
import type { CampaignCustody } from '@sasaeai/domain/funding-indicator/campaign-custody'
import type { ExecutivePageInput } from '@sasaeai/domain/funding-indicator/executive/executive-input'
import {
  type CampaignUnderGoal, type ExecutivePage, headlinesOf, type MembersLost, type PastSource,
} from '@sasaeai/domain/funding-indicator/executive/executive-page'
import { fundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import { holdingIn } from '@sasaeai/domain/funding-indicator/source-figures'
import type { CampaignId, DuesKindId } from '@sasaeai/domain/ids'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import { memberCounter } from '@sasaeai/domain/membership-dues/terms/dues-unit'
import type { Yen } from '@sasaeai/domain/money/yen'
import { readGoalTotals } from '../../community-chest/result/read-goal-sums.ts'
import { readResultGround } from '../../community-chest/result/read-result-ground.ts'
import type { Deps } from '../../deps.ts'
import { positionText } from '../../ledger/books-position.ts'
import { keptAnswer } from '../../ledger/kept-answers.ts'
import { keptSums } from '../../ledger/kept-sums.ts'
import { postingCounts } from '../../ledger/posting-counts.ts'
import { type GroundVersions, readGroundData, readVersions } from '../../ledger/read-ground-data.ts'
import { groundMomentOf, type ReportMoment } from '../../ledger/report-moment.ts'
import { sumsAt } from '../../ledger/sums-at.ts'
import { countMembersOn, type KindCount } from '../../membership-dues/member/count-members.ts'
import { countUnrenewed } from '../../membership-dues/member/count-unrenewed.ts'
import { dashboardAt } from '../funding-dashboard-queries.ts'
import { foldPastYears, pastYearsSums, type YearOfSource } from './past-years-sums.ts'
import { readHeldMoney } from './read-held-money.ts'
import { listReportsDue } from './list-reports-due.ts'
import { readRetention } from './read-retention.ts'

/** 経営のページ of a fiscal year up to a day. Reports that are due are those of today: nobody has kept what they once were. */
export async function readExecutivePage(deps: Deps, input: ExecutivePageInput, at: ReportMoment): Promise<ExecutivePage> {
  const { db } = deps
  const today = localDateInTokyo(at.moment ?? deps.now())
  const { fiscalYear, asOf } = fundingCut(input, today)
  const versions = await readVersions(db)
  const tables = groundAt(db, groundMomentOf(at))
  const [ground, goals] = await Promise.all([
    readGroundData(tables, versions.ground),
    // Both versions only ever rise, and so does their sum.
    keptAnswer(tables, { question: ['executive goals', fiscalYear], version: versions.ground + versions.goals }, () => readGoals(tables, fiscalYear, versions)),
  ])
  const [dashboard, past, held, members, unrenewed, reports, retention] = await Promise.all([
    dashboardAt(deps, input, at),
    sumsAt(db, pastYearsSums(fiscalYear, asOf), at.position),
    readHeldMoney(deps, { fiscalYear, ground, closing: goals.closing, at }),
    countMembersOn(deps, asOf, groundMomentOf(at, 'membership', 'membership_units', 'dues_kind')),
    readUnrenewed(deps, asOf, { versions, at }),
    listReportsDue(deps, today),
    readRetention(deps, { fiscalYear, at }),
  ])
  return {
    cut: dashboard.cut,
    headlines: headlinesOf(dashboard.sources, pastSources(foldPastYears(past, asOf), ground)),
    campaigns: underGoal(dashboard.campaigns, { fiscalYear, goals: goals.ofYear }),
    custody: held,
    members: lostOf(members.kinds, { ground, unrenewed }),
    reports,
    retention,
  }
}

function pastSources(past: readonly YearOfSource[], ground: GroundData): PastSource[] {
  return past.flatMap(({ year, sourceId, campaignId, untilYen, wholeYen }) => {
    const category = ground.sources.get(sourceId)?.category
    if (category === undefined) return []
    const holding = holdingIn(ground, category, campaignId)
    if (holding === 'other_drive') return []
    return [{ fiscalYear: year, category, holding, untilYen: yenFromColumn(untilYen), wholeYen: yenFromColumn(wholeYen) }]
  })
}

type Goals = ReadonlyMap<CampaignId, { readonly goalYen: Yen | null; readonly closesOn: LocalDate }>

async function readGoals(db: GroundDb, fiscalYear: FiscalYear, { ground, goals }: GroundVersions): Promise<{ ofYear: Goals; closing: ReadonlyMap<CampaignId, LocalDate> }> {
  const [{ campaigns }, totals] = await Promise.all([readResultGround(db, ground), readGoalTotals(db, fiscalYear, goals)])
  const ofYear = campaigns.filter((campaign) => campaign.fiscalYear === fiscalYear)
  return {
    ofYear: new Map(ofYear.map((campaign) => [campaign.campaignId, { goalYen: goalOfCampaign(campaign, totals.get(campaign.campaignId)), closesOn: campaign.closesOn }])),
    closing: new Map(campaigns.map(({ campaignId, closesOn }) => [campaignId, closesOn])),
  }
}

/** Drives of the year with a goal that is not reached, the one that lacks most first. */
function underGoal(campaigns: readonly CampaignCustody[], { fiscalYear, goals }: { fiscalYear: FiscalYear; goals: Goals }): CampaignUnderGoal[] {
  return campaigns
    .flatMap(({ campaignId, name, collectedYen, lastCollectedYen, fiscalYear: year }) => {
      const known = goals.get(campaignId)
      if (year !== fiscalYear || known?.goalYen == null || collectedYen >= known.goalYen) return []
      return [{ campaignId, name, goalYen: known.goalYen, collectedYen, lastCollectedYen, closesOn: known.closesOn }]
    })
    .toSorted((left, right) => right.goalYen - right.collectedYen - (left.goalYen - left.collectedYen))
}

/** Counted anew when dues of the year were posted for somebody by name, or any membership has changed. */
async function readUnrenewed(deps: Deps, day: LocalDate, { versions, at }: { versions: GroundVersions; at: ReportMoment }): Promise<ReadonlyMap<DuesKindId, number>> {
  const question = ['executive unrenewed', day]
  const count = () => countUnrenewed(deps, day, at)
  if (at.position !== null) return keptAnswer(groundAt(deps.db, at.moment), { question, version: [versions.dues, versions.ground, positionText(at.position)].join() }, count)
  const { counting, postings } = await keptSums(deps.db, duesByName)
  const version = [versions.dues, counting, postings.get(String(fiscalYearOf(day))) ?? 0].join()
  return keptAnswer(deps.db, { question, version }, count)
}

/** All years at once: some are paid for in advance. */
const duesByName = postingCounts({
  name: 'dues by name',
  keyOf: ({ dues_year: year, supporter_id: payer }) => (payer === null ? null : year),
})

/** Kinds that are meant for persons and bodies by name: of households nobody knows who left. */
function lostOf(
  kinds: readonly KindCount[],
  { ground, unrenewed }: { ground: GroundData; unrenewed: ReadonlyMap<DuesKindId, number> },
): MembersLost[] {
  return kinds.flatMap(({ duesKindId, name, thisYear, lastYear }) => {
    const payer = ground.duesKinds.get(duesKindId)?.terms[0]?.payer
    if (payer === 'household') return []
    const counter = memberCounter(payer)
    return [{ duesKindId, name, counter, left: thisYear.left, lastLeft: lastYear.left, unrenewed: unrenewed.get(duesKindId) ?? 0, now: thisYear.now, lastNow: lastYear.now }]
  })
}
