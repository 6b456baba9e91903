import { yenFromColumn } from '@sasaeai/db/yen-column'
import { householdsOfYear } from '@sasaeai/domain/area/households-of-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { goalOfCampaign, goalOfCampaigns } from '@sasaeai/domain/community-chest/goal/goal-of-campaigns'
import type { AreaFact, CampaignResult, MethodFact, ResultYear } from '@sasaeai/domain/community-chest/result/campaign-result'
import type { CampaignResultInput } from '@sasaeai/domain/community-chest/result/campaign-result-input'
import { type CampaignResultWire, wireOfResult } from '@sasaeai/domain/community-chest/result/campaign-result-wire'
import { campaignsInScope, type ResultCampaign, type ResultCut, resultCuts, scopeInYear } from '@sasaeai/domain/community-chest/result/result-scope'
import type { AreaId, CampaignId, CollectionMethodId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import { listHouseholds } from '../../area/area-queries.ts'
import type { Deps } from '../../deps.ts'
import { keptAnswer } from '../../ledger/kept-answers.ts'
import { keptSums } from '../../ledger/kept-sums.ts'
import { type GroundVersions, readGroundData, readVersions } from '../../ledger/read-ground-data.ts'
import { type CollectedOfCampaign, collectedSums } from './collected-sums.ts'
import { type GoalsOfCampaign, readGoalSums, readGoalTotals } from './read-goal-sums.ts'
import { readResultGround, type ResultGround } from './read-result-ground.ts'

/** 募金実績 as it travels. */
export async function campaignResultAnswer(deps: Deps, input: CampaignResultInput): Promise<CampaignResultWire> {
  return wireOfResult(await readCampaignResult(deps, input))
}

/** The same in full: from sums that are kept and brought up to date, and from goals that are kept until one is saved. */
export async function readCampaignResult(deps: Deps, { years: shownYears, until, ...scope }: CampaignResultInput): Promise<CampaignResult> {
  const { db } = deps
  const versions = await readVersions(db)
  // The year before is always there, for 前年比.
  const cuts = resultCuts({ fiscalYear: scope.fiscalYear, until, years: Math.max(shownYears, 2) }, localDateInTokyo(deps.now()))
  const [ground, results, households] = await Promise.all([
    // An older copy would be kept under the newer version, until that one is over.
    readGroundData(db, versions.ground),
    readResultGround(db, versions.ground),
    keptAnswer(db, { question: ['households', scope.fiscalYear], version: versions.ground }, () => listHouseholds(deps, scope.fiscalYear)),
  ])
  const years = await Promise.all(
    cuts.map((cut, place) => readYear(deps, { cut, isAsked: place === 0, results, versions, campaigns: campaignsInScope(results.campaigns, scope, cut.fiscalYear) })),
  )
  const { decimals, rounding } = results.rules
  return {
    scope: scopeInYear(results.campaigns, scope),
    shownYears,
    years,
    campaigns: results.campaigns.filter(({ fiscalYear }) => fiscalYear === scope.fiscalYear),
    methods: results.methods,
    rules: { decimals, rounding },
    areas: ground.areas,
    households: householdsOfYear(households),
  }
}

interface YearAsked {
  /** Earlier years need no goals by method and area. */
  readonly isAsked: boolean
  readonly cut: ResultCut
  readonly campaigns: readonly ResultCampaign[]
  readonly results: ResultGround
  readonly versions: GroundVersions
}

const noGoals: ReadonlyMap<CampaignId, GoalsOfCampaign> = new Map()

async function readYear({ db }: Deps, { cut, isAsked, campaigns, results, versions }: YearAsked): Promise<ResultYear> {
  if (campaigns.length === 0) return { ...cut, campaignIds: [], goalYen: null, methods: [], areas: [] }
  // All campaigns of the year are counted at once, so that every choice among them is answered from the same sums.
  const ofYear = results.campaigns.filter(({ fiscalYear }) => fiscalYear === cut.fiscalYear).map(({ campaignId }) => campaignId)
  const householdMethods = new Set(results.methods.flatMap(({ methodId, nationalCategory }) => (nationalCategory === 'household' ? [methodId] : [])))
  const isGoalFixed = campaigns.every(({ goalYen }) => goalYen !== null)
  const [collected, totals, goals] = await Promise.all([
    keptSums(db, collectedSums({ campaignIds: ofYear, until: cut.until, householdMethods })),
    isGoalFixed ? new Map<CampaignId, Yen>() : readGoalTotals(db, cut.fiscalYear, versions.goals),
    isAsked ? readGoalSums(db, cut.fiscalYear, versions.goals) : noGoals,
  ])
  const parts = campaigns.map(({ campaignId }) => ({ collected: collected.get(campaignId), goals: goals.get(campaignId) }))
  return {
    ...cut,
    campaignIds: campaigns.map(({ campaignId }) => campaignId),
    goalYen: goalOfCampaigns(campaigns.map((each) => goalOfCampaign(each, totals.get(each.campaignId)))),
    methods: methodFacts(parts),
    areas: areaFacts(parts),
  }
}

/** What one campaign adds to a result; undefined where nothing came in, or nothing was set out. */
interface CampaignPart {
  readonly collected: CollectedOfCampaign | undefined
  readonly goals: GoalsOfCampaign | undefined
}

function methodFacts(parts: readonly CampaignPart[]): MethodFact[] {
  const sums = new Map<CollectionMethodId | null, { goalYen: number; collectedYen: number; count: number }>()
  const sumAt = (methodId: CollectionMethodId | null) => placed(sums, methodId, () => ({ goalYen: 0, collectedYen: 0, count: 0 }))
  for (const { collected, goals } of parts) {
    for (const [methodId, goalYen] of goals?.methods ?? []) sumAt(methodId).goalYen += goalYen
    for (const [methodId, { amountYen, count }] of collected?.methods ?? []) {
      const sum = sumAt(methodId)
      sum.collectedYen += amountYen
      sum.count += count
    }
  }
  return [...sums].map(([methodId, { goalYen, collectedYen, count }]) => ({
    methodId, goalYen: yenFromColumn(goalYen), collectedYen: yenFromColumn(collectedYen), count,
  }))
}

function areaFacts(parts: readonly CampaignPart[]): AreaFact[] {
  const sums = new Map<AreaId | null, { goalYen: number; collectedYen: number; householdYen: number; households: number }>()
  const sumAt = (areaId: AreaId | null) => placed(sums, areaId, () => ({ goalYen: 0, collectedYen: 0, householdYen: 0, households: 0 }))
  for (const { collected, goals } of parts) {
    for (const [areaId, goalYen] of goals?.areas ?? []) sumAt(areaId).goalYen += goalYen
    for (const [areaId, { amountYen, householdYen, households }] of collected?.areas ?? []) {
      const sum = sumAt(areaId)
      sum.collectedYen += amountYen
      sum.householdYen += householdYen
      sum.households += households
    }
  }
  // What was all taken back is as if nothing had come in.
  return [...sums]
    .filter(([, { goalYen, collectedYen, householdYen, households }]) => goalYen !== 0 || collectedYen !== 0 || householdYen !== 0 || households !== 0)
    .map(([areaId, { goalYen, collectedYen, householdYen, households }]) => ({
      areaId, goalYen: yenFromColumn(goalYen), collectedYen: yenFromColumn(collectedYen), householdYen: yenFromColumn(householdYen), households,
    }))
}

function placed<Key, Sum>(sums: Map<Key, Sum>, key: Key, empty: () => Sum): Sum {
  const known = sums.get(key)
  if (known !== undefined) return known
  const sum = empty()
  sums.set(key, sum)
  return sum
}
