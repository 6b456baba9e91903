import { fiscalYear } from '../../calendar/fiscal-year.ts'
import { localDate } from '../../calendar/local-date.ts'
import { id } from '../../ids.ts'
import { yen } from '../../money/yen.ts'
import type { CountMeaning, NationalMethodCategory } from '../method/collection-method-kind.ts'
import type { CampaignResult, MethodFact, ResultMethod } from './campaign-result.ts'
import type { RateRules } from './printed-rate.ts'

/** 方法 with what came in this year and last, and 件数, for tests. */
export interface SampleLine {
  readonly name: string
  readonly category: NationalMethodCategory
  readonly meaning: CountMeaning
  readonly now: readonly [yen: number, count: number]
  readonly last: readonly [yen: number, count: number]
}

const methodId = (place: number) => id<'CollectionMethodId'>(`00000000-0000-7000-8000-${String(place).padStart(12, '0')}`)

/** A result of one campaign without areas, as somebody would copy it from a printed table. For tests. */
export function sampleResult(lines: readonly SampleLine[], { goalYen, rules }: { goalYen: number; rules: RateRules }): CampaignResult {
  const methods = lines.map(({ name, category, meaning }, place): ResultMethod => ({
    methodId: methodId(place), code: String(place), name, nationalCategory: category, countMeaning: meaning,
  }))
  const facts = (side: 'now' | 'last') =>
    lines.map((line, place): MethodFact => {
      const [collected, count] = line[side]
      return { methodId: methodId(place), goalYen: yen(0), collectedYen: yen(collected), count }
    })
  const year = (back: number, side: 'now' | 'last') => ({
    fiscalYear: fiscalYear(2026 - back),
    until: localDate(`${2027 - back}-03-31`),
    campaignIds: [],
    goalYen: side === 'now' ? yen(goalYen) : null,
    methods: facts(side),
    areas: [],
  })
  return {
    scope: { fiscalYear: fiscalYear(2026) },
    shownYears: 1,
    years: [year(0, 'now'), year(1, 'last')],
    campaigns: [],
    methods,
    rules,
    areas: new Map(),
    households: null,
  }
}
