import type { FiscalYear } from '../../calendar/fiscal-year.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { AllocationId, CampaignId, DuesKindId, ExternalApplicationId, ExternalCallId, GrantCallId } from '../../ids.ts'
import { type FundingCategory, fundingCategoryNames } from '../../ledger/funding-category.ts'
import { sumYen, type Yen, yen } from '../../money/yen.ts'
import { attainmentOf } from '../attainment.ts'
import type { FundingCut } from '../funding-cut.ts'
import type { SourceFigures } from '../source-figures.ts'
import type { Retention } from './retention.ts'
import { forecastYearEnd, type PastYear, type YearEndForecast } from './year-end-forecast.ts'

/** A line of the headline: the council's own income or what is held for others, whole or of one category. */
export interface Headline {
  readonly holding: SourceFigures['holding']
  /** Null for all categories of the holding together. */
  readonly category: FundingCategory | null
  readonly thisYen: Yen
  /** Last year to the same day. */
  readonly lastYen: Yen
  /** Of the sources that have a target, what came in and what was to come in; null where none has. */
  readonly attainment: { readonly actualYen: Yen; readonly targetYen: Yen } | null
  /** Null where it cannot be told (domain/…/year-end-forecast). */
  readonly forecast: YearEndForecast | null
}

const wholeNames = { own: '収入の合計', custody: '募金の合計（預り金）' } as const

export function headlineName({ holding, category }: Pick<Headline, 'holding' | 'category'>): string {
  return category === null ? wholeNames[holding] : fundingCategoryNames[category]
}

/** A drive of the year whose goal is not reached. */
export interface CampaignUnderGoal {
  readonly campaignId: CampaignId
  readonly name: string
  readonly goalYen: Yen
  readonly collectedYen: Yen
  /** The drive of the same code last year to the same day; null where there was none. */
  readonly lastCollectedYen: Yen | null
  readonly closesOn: LocalDate
}

/** 預り金 of a drive that is still held. */
export interface HeldMoney {
  readonly campaignId: CampaignId
  readonly name: string
  readonly fiscalYear: FiscalYear
  readonly heldYen: Yen
  /** Days since the oldest yen that is held came in. */
  readonly days: number
  /** By when nothing is to be held any more. */
  readonly deadline: LocalDate
  readonly isLate: boolean
}

/** Members of a kind who left in the year up to the day, or stay and have not paid yet. */
export interface MembersLost {
  readonly duesKindId: DuesKindId
  readonly name: string
  readonly counter: string
  readonly left: number
  /** Last year to the same day. */
  readonly lastLeft: number
  /** Members since an earlier year who have not paid for this one yet. */
  readonly unrenewed: number
  readonly now: number
  readonly lastNow: number
}

/** A report that somebody owes: of a grant given, of what 配分金 was used for, or of 外部資金 that were awarded. */
export interface ReportDue {
  readonly kind: 'grant' | 'allocation_use' | 'external'
  /** Of what its page tells of: the 助成, the 配分金, or the 外部資金's 募集. */
  readonly id: GrantCallId | AllocationId | ExternalCallId
  /** The 申込 of 外部資金; null for the others, which stand for all of their reports. */
  readonly externalApplicationId: ExternalApplicationId | null
  readonly name: string
  readonly dueOn: LocalDate
  /** How many reports are still to come. */
  readonly reports: number
  readonly isLate: boolean
}

/** 経営のページ: what changed, and what is at risk. */
export interface ExecutivePage {
  readonly cut: FundingCut
  readonly headlines: readonly Headline[]
  readonly campaigns: readonly CampaignUnderGoal[]
  readonly custody: readonly HeldMoney[]
  readonly members: readonly MembersLost[]
  readonly reports: readonly ReportDue[]
  readonly retention: Retention
}

/** What a source brought in an earlier year. */
export interface PastSource extends PastYear {
  readonly category: FundingCategory
  readonly holding: SourceFigures['holding']
}

/** The headline of every category in which there is money or a target, each holding whole before its categories. */
export function headlinesOf(sources: readonly SourceFigures[], past: readonly PastSource[]): Headline[] {
  return (['own', 'custody'] as const).flatMap((holding) => {
    const held = sources.filter((source) => source.holding === holding)
    const before = past.filter((source) => source.holding === holding)
    if (held.length === 0) return []
    const categories = [...new Set(held.map(({ category }) => category))]
    return [
      headlineOf({ holding, category: null }, held, before),
      ...categories.map((category) =>
        headlineOf({ holding, category }, held.filter((each) => each.category === category), before.filter((each) => each.category === category)),
      ),
    ]
  })
}

function headlineOf(of: Pick<Headline, 'holding' | 'category'>, sources: readonly SourceFigures[], past: readonly PastSource[]): Headline {
  const thisYen = sumYen(sources.map((source) => source.thisYen))
  const years = [...Map.groupBy(past, ({ fiscalYear }) => fiscalYear)].map(([fiscalYear, ofYear]) => ({
    fiscalYear,
    untilYen: sumYen(ofYear.map(({ untilYen }) => untilYen)),
    wholeYen: sumYen(ofYear.map(({ wholeYen }) => wholeYen)),
  }))
  return {
    ...of,
    thisYen,
    lastYen: sumYen(sources.map(({ lastYen }) => lastYen)),
    attainment: attainmentOf(sources),
    forecast: forecastYearEnd(thisYen, years),
  }
}

/** What of a goal is still to come, in yen; 0 where it is reached. */
export function missingOf({ goalYen, collectedYen }: Pick<CampaignUnderGoal, 'goalYen' | 'collectedYen'>): Yen {
  return yen(Math.max(0, goalYen - collectedYen))
}
