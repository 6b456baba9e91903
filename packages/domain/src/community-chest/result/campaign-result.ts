import type { HouseholdsOfYear } from '../../area/households-of-year.ts'
import type { AreaId, CampaignId, CollectionMethodId } from '../../ids.ts'
import type { GroundArea } from '../../ledger/ground-data.ts'
import { addYen, negateYen, sumYen, type Yen, yen } from '../../money/yen.ts'
import type { CountMeaning, NationalMethodCategory } from '../method/collection-method-kind.ts'
import type { RateRules } from './printed-rate.ts'
import type { ResultCampaign, ResultCut, ResultScope } from './result-scope.ts'

/** 募金方法 as results know it. */
export interface ResultMethod {
  readonly methodId: CollectionMethodId
  readonly code: string
  readonly name: string
  readonly nationalCategory: NationalMethodCategory
  readonly countMeaning: CountMeaning
}

/** What was set out and what came in by one method, over all areas. */
export interface MethodFact {
  /** Null for money that names no method. */
  readonly methodId: CollectionMethodId | null
  readonly goalYen: Yen
  readonly collectedYen: Yen
  /** 件数, in what the method counts. */
  readonly count: number
}

/** The same in one area itself, over all methods. */
export interface AreaFact {
  /** Null for money that names no area. */
  readonly areaId: AreaId | null
  readonly goalYen: Yen
  readonly collectedYen: Yen
  /** 戸別: what came in from door to door, and from how many households. */
  readonly householdYen: Yen
  readonly households: number
}

/** One year of a result, to its day. */
export interface ResultYear extends ResultCut {
  readonly campaignIds: readonly CampaignId[]
  /** 目標額: as it was fixed for each campaign, else the sum of its goals by area and method; null unless each has one. */
  readonly goalYen: Yen | null
  readonly methods: readonly MethodFact[]
  readonly areas: readonly AreaFact[]
}

export type ResultArea = Pick<GroundArea, 'code' | 'name' | 'isClosed' | 'parentId' | 'level'>

/** 募金実績 of some campaigns, ready to be folded into lines. */
export interface CampaignResult {
  readonly scope: ResultScope
  /** So many of the years stand side by side; one more is there for 前年比. */
  readonly shownYears: number
  /** The year asked for first. */
  readonly years: readonly ResultYear[]
  /** Every campaign of the year asked for, to choose from. */
  readonly campaigns: readonly ResultCampaign[]
  /** In the order of their codes. */
  readonly methods: readonly ResultMethod[]
  readonly rules: RateRules
  readonly areas: ReadonlyMap<AreaId, ResultArea>
  /** Null where the year has none: of the association members where they were counted, for they were the ones asked. */
  readonly households: HouseholdsOfYear | null
}

/** What every line of a result compares. */
export interface ResultFigures {
  readonly goalYen: Yen
  readonly collectedYen: Yen
  /** 前年, to the same day. */
  readonly lastYen: Yen
  /** 実績額 of each year shown, the one asked for first. */
  readonly byYear: readonly Yen[]
}

/** A line of 方法別. */
export interface MethodRow extends ResultFigures {
  readonly methodId: CollectionMethodId | null
  readonly name: string
  readonly nationalCategory: NationalMethodCategory | null
  readonly countMeaning: CountMeaning | null
  readonly count: number
}

/** The sum of a table, with its count only where all lines count alike. */
export interface MethodTotal extends ResultFigures {
  readonly count: { readonly number: number; readonly meaning: CountMeaning } | null
  /** What the goals by method add up to, where that is not the goal as it was fixed; null where it is, or there are none. */
  readonly goalsByMethodYen: Yen | null
}

/** The year that was asked for. */
export function yearAsked({ years }: Pick<CampaignResult, 'years'>): ResultYear {
  const [asked] = years
  if (asked === undefined) throw new Error('a result has no year')
  return asked
}

/** 方法別: methods that have a goal or any money in the years at hand; those in use stand in the order of their codes. */
export function methodRows(result: CampaignResult): MethodRow[] {
  const lines = [...result.methods, unnamedMethod]
  return lines.flatMap((method) => {
    const facts = result.years.map((year) => year.methods.find(({ methodId }) => methodId === method.methodId))
    if (facts.every((fact) => fact === undefined || isNothing(fact))) return []
    const collected = facts.map((fact) => fact?.collectedYen ?? yen(0))
    const { methodId, name, nationalCategory, countMeaning } = method
    const sums = figuresOf({ goalYen: facts[0]?.goalYen ?? yen(0), collected, shownYears: result.shownYears })
    return [{ methodId, name, nationalCategory, countMeaning, count: facts[0]?.count ?? 0, ...sums }]
  })
}

const unnamedMethod = { methodId: null, name: '方法の記録なし', nationalCategory: null, countMeaning: null } as const

function isNothing({ goalYen, collectedYen, count }: MethodFact): boolean {
  return goalYen === 0 && collectedYen === 0 && count === 0
}

/** The whole: the same whether it is added up by method or by area. */
export function totalOfResult(result: CampaignResult): MethodTotal {
  const asked = yearAsked(result)
  const collected = result.years.map((year) => sumYen(year.methods.map(({ collectedYen }) => collectedYen)))
  const goalsYen = sumYen(asked.methods.map(({ goalYen }) => goalYen))
  return {
    ...figuresOf({ goalYen: asked.goalYen ?? yen(0), collected, shownYears: result.shownYears }),
    count: countOf(methodRows(result)),
    goalsByMethodYen: goalsYen === 0 || asked.goalYen === null || goalsYen === asked.goalYen ? null : goalsYen,
  }
}

/** 世帯, 回 and 件 are never added to each other. */
function countOf(rows: readonly MethodRow[]): MethodTotal['count'] {
  const meanings = new Set(rows.map(({ countMeaning }) => countMeaning))
  const [meaning] = meanings
  if (meaning === undefined || meaning === null || meanings.size > 1) return null
  return { number: rows.reduce((sum, { count }) => sum + count, 0), meaning }
}

interface FiguresParts {
  readonly goalYen: Yen
  /** By year, the one asked for first. */
  readonly collected: readonly Yen[]
  readonly shownYears: number
}

/** The figures of one line. */
export function figuresOf({ goalYen, collected, shownYears }: FiguresParts): ResultFigures {
  return { goalYen, collectedYen: collected[0] ?? yen(0), lastYen: collected[1] ?? yen(0), byYear: collected.slice(0, shownYears) }
}

/** 増減 against 前年, in yen; below zero it prints with △. */
export function changeYen({ collectedYen, lastYen }: Pick<ResultFigures, 'collectedYen' | 'lastYen'>): Yen {
  return addYen(collectedYen, negateYen(lastYen))
}
