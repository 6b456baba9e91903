import { type GroundDb, groundAt } from '@sasaeai/db/ground-at'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import { householdsOfYear } from '@sasaeai/domain/area/households-of-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { goalOfCampaign, goalOfCampaigns } from '@sasaeai/domain/community-chest/goal/goal-of-campaigns'
import type { AreaFact, CampaignResult, MethodFact, ResultYear } from '@sasaeai/domain/community-chest/result/campaign-result'
import type { CampaignResultInput } from '@sasaeai/domain/community-chest/result/campaign-result-input'
import { type CampaignResultWire, wireOfResult } from '@sasaeai/domain/community-chest/result/campaign-result-wire'
import { campaignsInScope, type ResultCampaign, type ResultCut, resultCuts, scopeInYear } from '@sasaeai/domain/community-chest/result/result-scope'
import type { CampaignId } from '@sasaeai/domain/ids'
import { type Yen, yen } from '@sasaeai/domain/money/yen'
import { listHouseholds } from '../../area/area-queries.ts'
import type { Deps } from '../../deps.ts'
import { keptAnswer } from '../../ledger/kept-answers.ts'
import type { BooksPosition } from '../../ledger/books-position.ts'
import { type GroundVersions, readGroundData, readVersions } from '../../ledger/read-ground-data.ts'
import { readReportMoment } from '../../ledger/report-moment.ts'
import { sumsAt } from '../../ledger/sums-at.ts'
import { type CollectedSums, collectedSums } from './collected-sums.ts'
import { type GoalSums, readGoalSums, readGoalTotals } from './read-goal-sums.ts'
import { readResultGround, type ResultGround } from './read-result-ground.ts'

/** 募金実績 as it travels. */
export async function campaignResultAnswer(deps: Deps, input: CampaignResultInput): Promise<CampaignResultWire> {
  return wireOfResult(await readCampaignResult(deps, input))
}

/**
 * The same in full: from sums that are kept and brought up to date, and from goals that are kept until one is saved. Of a
 * past moment the money is as it stood then, and goals, households and names as they were then.
 */
export async function readCampaignResult(deps: Deps, { years: shownYears, until, ...scope }: CampaignResultInput): Promise<CampaignResult> {
  const { db } = deps
  const [versions, { moment, position }] = await Promise.all([readVersions(db), readReportMoment(deps, scope.postedUntil)])
  const tables = groundAt(db, moment)
  // The year before is always there, for 前年比.
  const cuts = resultCuts({ fiscalYear: scope.fiscalYear, until, years: Math.max(shownYears, 2) }, localDateInTokyo(moment ?? deps.now()))
  const [ground, results, households] = await Promise.all([
    // An older copy would be kept under the newer version, until that one is over.
    readGroundData(tables, versions.ground),
    readResultGround(tables, versions.ground),
    keptAnswer(tables, { question: ['households', scope.fiscalYear], version: versions.ground }, () => listHouseholds({ db: tables }, scope.fiscalYear)),
  ])
  const years = await Promise.all(
    cuts.map((cut, place) => readYear(deps, { cut, isAsked: place === 0, results, versions, position, tables, campaigns: campaignsInScope(results.campaigns, scope, cut.fiscalYear) })),
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
  /** Null for now. */
  readonly position: BooksPosition | null
  /** What is asked for goals. */
  readonly tables: GroundDb
}

const noGoals: GoalSums = { methods: new Map(), areas: new Map() }

async function readYear({ db }: Deps, { cut, isAsked, campaigns, results, versions, position, tables }: YearAsked): Promise<ResultYear> {
  if (campaigns.length === 0) return { ...cut, campaignIds: [], goalYen: null, methods: [], areas: [] }
  const campaignIds = campaigns.map(({ campaignId }) => campaignId)
  const householdMethods = new Set(results.methods.flatMap(({ methodId, nationalCategory }) => (nationalCategory === 'household' ? [methodId] : [])))
  const isGoalFixed = campaigns.every(({ goalYen }) => goalYen !== null)
  const [collected, totals, goals] = await Promise.all([
    sumsAt(db, collectedSums({ campaignIds, until: cut.until, householdMethods }), position),
    isGoalFixed ? new Map<CampaignId, Yen>() : readGoalTotals(tables, cut.fiscalYear, versions.goals),
    isAsked ? readGoalSums(tables, campaignIds, versions.goals) : noGoals,
  ])
  return {
    ...cut,
    campaignIds,
    goalYen: goalOfCampaigns(campaigns.map((each) => goalOfCampaign(each, totals.get(each.campaignId)))),
    methods: methodFacts(collected, goals),
    areas: areaFacts(collected, goals),
  }
}

function methodFacts(collected: CollectedSums, goals: GoalSums): MethodFact[] {
  return [...new Set([...goals.methods.keys(), ...collected.methods.keys()])].map((methodId) => {
    const { amountYen, count } = collected.methods.get(methodId) ?? { amountYen: 0, count: 0 }
    return { methodId, goalYen: goalOf(goals.methods, methodId), collectedYen: yenFromColumn(amountYen), count }
  })
}

/** What was all taken back is as if nothing had come in. */
function areaFacts(collected: CollectedSums, goals: GoalSums): AreaFact[] {
  return [...new Set([...goals.areas.keys(), ...collected.areas.keys()])].flatMap((areaId) => {
    const goalYen = goalOf(goals.areas, areaId)
    const { amountYen, householdYen, households } = collected.areas.get(areaId) ?? { amountYen: 0, householdYen: 0, households: 0 }
    if (goalYen === 0 && amountYen === 0 && householdYen === 0 && households === 0) return []
    return [{ areaId, goalYen, collectedYen: yenFromColumn(amountYen), householdYen: yenFromColumn(householdYen), households }]
  })
}

/** No goal is set for money without a method, or without an area. */
function goalOf<Key>(goals: ReadonlyMap<Key, number>, key: Key | null): Yen {
  return key === null ? yen(0) : yenFromColumn(goals.get(key) ?? 0)
}
