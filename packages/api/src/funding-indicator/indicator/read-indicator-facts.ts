import type { Db } from '@sasaeai/db/database'
import { type GroundDb, groundAt } from '@sasaeai/db/ground-at'
import { type FiscalYear, firstDayOf, lastDayOf } from '@sasaeai/domain/calendar/fiscal-year'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import { type FundingCut, fundingCut } from '@sasaeai/domain/funding-indicator/funding-cut'
import type { IncomeYears } from '@sasaeai/domain/funding-indicator/income/income-years'
import type { IncomeFact, IndicatorFacts } from '@sasaeai/domain/funding-indicator/indicator/indicator-facts'
import type { IncomeLineId } from '@sasaeai/domain/ids'
import type { FundingCategory } from '@sasaeai/domain/ledger/funding-category'
import type { GroundData } from '@sasaeai/domain/ledger/ground-data'
import type { Deps } from '../../deps.ts'
import { keptAnswer } from '../../ledger/kept-answers.ts'
import { type FundingTargetRow, readFundingTargets } from '../../ledger/list-funding-targets.ts'
import { readGroundData, readVersions } from '../../ledger/read-ground-data.ts'
import { groundMomentOf, type ReportMoment } from '../../ledger/report-moment.ts'
import { sumsAt } from '../../ledger/sums-at.ts'
import { readIncomeYears } from '../income/read-income-years.ts'
import { collectedDaySums } from '../../community-chest/remittance/collected-day-sums.ts'
import { categoryFacts, custodyFact, doorToDoorFacts, payingHouseholds, type SumsOfYear } from './fold-indicator-facts.ts'
import { indicatorDaySums, type IndicatorSum, indicatorSumsUntil, indicatorYearSums } from './indicator-sums.ts'
import { readGiftFacts } from './read-gift-facts.ts'
import { noHouseholds, readHouseholdFacts } from './read-household-facts.ts'
import { readMemberFacts } from './read-member-facts.ts'
import { readRetentionFacts } from './read-retention-facts.ts'

interface FactsQuestion {
  /** They follow each other. */
  readonly years: readonly FiscalYear[]
  readonly at: ReportMoment
}

/**
 * What computed indicators are made of, year by year, from kept sums and kept answers; years that had not begun are left out.
 * Of a past moment money, households, memberships, targets and names are those of then.
 */
export async function readIndicatorFacts(deps: Deps, { years, at }: FactsQuestion): Promise<ReadonlyMap<FiscalYear, IndicatorFacts>> {
  const today = localDateInTokyo(at.moment ?? deps.now())
  const cuts = years.filter((year) => firstDayOf(year) <= today).map((year) => fundingCut({ fiscalYear: year, postedUntil: at.moment?.toISOString() }, today))
  const [first, last] = [cuts[0]?.fiscalYear, cuts.at(-1)?.fiscalYear]
  if (first === undefined || last === undefined) return new Map()
  const versions = await readVersions(deps.db)
  const tables = groundAt(deps.db, groundMomentOf(at))
  const targetTables = groundAt(deps.db, groundMomentOf(at, 'area', 'campaign', 'campaign_goal_total', 'funding_source', 'funding_target'))
  const ground = await readGroundData(tables, versions.ground)
  const [sums, collected, targets, income, ...rest] = await Promise.all([
    readSums(deps.db, { cuts, at }),
    sumsAt(deps.db, collectedDaySums, at.position),
    keptAnswer(targetTables, { question: ['targets of all years'], version: versions.ground + versions.goals }, () => readWholeTargets(targetTables)),
    readIncomeYears(deps, { first, last, at }),
    readHouseholdFacts(groundAt(deps.db, groundMomentOf(at, 'area', 'area_type', 'area_household')), ground),
    readMemberFacts(groundAt(deps.db, groundMomentOf(at, 'membership', 'dues_kind', 'dues_terms')), { years: cuts.map(({ fiscalYear, asOf }) => ({ fiscalYear, until: asOf })), version: versions.dues + versions.ground }),
    readGiftFacts(deps, { years: cuts.map(({ fiscalYear }) => fiscalYear), ground, at }),
    readRetentionFacts(deps, { years: cuts.map(({ fiscalYear }) => fiscalYear), at }),
  ])
  const [households, members, gifts, retentions] = rest
  return new Map(cuts.map((cut) => {
    const year = cut.fiscalYear
    const ofYear = { cut, ground, ...sums(cut) }
    const inBooks = <Fact>(facts: ReadonlyMap<FiscalYear, Fact>) => (ofYear.now.length === 0 ? null : (facts.get(year) ?? null))
    return [year, {
      cut,
      ...incomeOf(income, year),
      categories: categoryFacts(ofYear, (category) => targetOf(targets.get(year) ?? [], { category, ground })),
      doorToDoor: doorToDoorFacts(ofYear),
      households: households.get(year) ?? noHouseholds,
      payingHouseholds: payingHouseholds(ofYear),
      organizations: inBooks(members),
      gifts: inBooks(gifts),
      retention: inBooks(retentions),
      custody: custodyFact(ofYear, collected),
    } satisfies IndicatorFacts]
  }))
}

interface CutsQuestion {
  readonly cuts: readonly FundingCut[]
  readonly at: ReportMoment
}

/** The sums of any of the cuts. Years that are over are read whole; the one that goes on, and the one before it, to the day. */
async function readSums(db: Db, { cuts, at }: CutsQuestion): Promise<(cut: FundingCut) => Pick<SumsOfYear, 'whole' | 'now' | 'last'>> {
  const running = cuts.find(({ fiscalYear, asOf }) => asOf < lastDayOf(fiscalYear))
  const untilDay = async (year: FiscalYear | undefined, day: FundingCut['asOf'] | undefined) =>
    year === undefined || day === undefined ? [] : indicatorSumsUntil(await sumsAt(db, indicatorDaySums(year), at.position), year, day)
  const [all, now, last] = await Promise.all([
    sumsAt(db, indicatorYearSums, at.position),
    untilDay(running?.fiscalYear, running?.asOf),
    untilDay(running?.lastYear, running?.lastAsOf),
  ])
  const whole = [...all.values()]
  const byYear = Map.groupBy<FiscalYear, IndicatorSum>(whole, ({ fiscalYear }) => fiscalYear)
  return (cut) => (cut === running ? { whole, now, last } : { whole, now: byYear.get(cut.fiscalYear) ?? [], last: byYear.get(cut.lastYear) ?? [] })
}

/** The targets of the whole council, year by year; those of its areas are a thousand times as many. */
async function readWholeTargets(db: GroundDb): Promise<ReadonlyMap<FiscalYear, readonly FundingTargetRow[]>> {
  const targets = await readFundingTargets(db, null)
  return Map.groupBy(targets.filter(({ areaId }) => areaId === null), ({ fiscalYear }) => fiscalYear)
}

/** What is aimed at of a category over the whole council; null where no source of it has a target. */
function targetOf(targets: readonly FundingTargetRow[], { category, ground }: { category: FundingCategory; ground: GroundData }): number | null {
  const ours = targets.filter(({ fundingSourceId }) => ground.sources.get(fundingSourceId)?.category === category)
  return ours.length === 0 ? null : ours.reduce((sum, { targetYen }) => sum + targetYen, 0)
}

function incomeOf({ lines, years }: IncomeYears, year: FiscalYear): Pick<IndicatorFacts, 'income' | 'fundraisingCostYen' | 'communityWelfareCostYen'> {
  const found = years.find(({ fiscalYear }) => fiscalYear === year)
  const byLine = new Map<IncomeLineId | null, IncomeYears['lines'][number]>(lines.map((line) => [line.lineId, line]))
  return {
    income: (found?.amounts ?? []).flatMap(({ lineId, parts, isEntered, enteredYen }): IncomeFact[] => {
      const line = byLine.get(lineId)
      return line === undefined ? [] : [{ code: line.code, name: line.name, category: line.category, parts, enteredYen: isEntered ? enteredYen : null }]
    }),
    fundraisingCostYen: found?.figures.fundraising_cost ?? null,
    communityWelfareCostYen: found?.figures.community_welfare_cost ?? null,
  }
}
