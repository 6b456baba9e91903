import type { z } from 'zod'
import type { IndicatorFacts } from './indicator-facts.ts'
import type { Computed } from './figure-part.ts'
import { basisOfRateSchema, incomeRatioSchema, moneyAndBasisSchema, moneyOfRateSchema, noParametersSchema } from './computation-parameters.ts'
import { duesCoverage, fundraisingCost, incomeRatio } from './income-computations.ts'
import { giftAverage, giftCount, giftMedian, retainedGivers, lapsedBefore, lapsedLastYear, membersJoined, membersLeft, membersStayed } from './people-computations.ts'
import { custodyDays, custodyHeld, doorToDoorShare, enrollment, perHouseholdAsked, targetAttainment, yearOnYear } from './money-computations.ts'

/** One way to compute an indicator: its choices, and the formula in words with the figures of a year. */
interface Computation<Schema extends z.ZodObject> {
  /** As staff choose it. */
  readonly name: string
  readonly parameters: Schema
  readonly compute: (facts: IndicatorFacts, parameters: z.output<Schema>) => Computed
}

/** Keeps the type of the choices beside the rule that reads them. */
function computation<Schema extends z.ZodObject>(name: string, parameters: Schema, compute: Computation<Schema>['compute']) {
  return {
    name,
    parameters,
    /** What stands in a version was checked when it was said; what a later program no longer reads has no figure. */
    compute: (facts: IndicatorFacts, stored: unknown): Computed | null => {
      const parsed = parameters.safeParse(stored)
      return parsed.success ? compute(facts, parsed.data) : null
    },
  }
}

/** Every computation by the key under which versions name it. A key is never given another meaning. */
export const computations = {
  income_ratio: computation('収入の区分どうしの割合（自主財源比率など）', incomeRatioSchema, incomeRatio),
  dues_enrollment: computation('会員加入率', basisOfRateSchema, enrollment),
  target_attainment: computation('目標達成率', moneyOfRateSchema, targetAttainment),
  year_on_year: computation('前年比（同じ日まで）', moneyOfRateSchema, yearOnYear),
  per_household: computation('1世帯当たりの戸別募金', moneyAndBasisSchema, perHouseholdAsked),
  door_to_door_share: computation('戸別比率', moneyOfRateSchema, doorToDoorShare),
  members_joined: computation('法人会員の新規', noParametersSchema, membersJoined),
  members_left: computation('法人会員の退会', noParametersSchema, membersLeft),
  member_retention: computation('法人会員の継続率', noParametersSchema, membersStayed),
  gift_count: computation('寄附の件数', noParametersSchema, giftCount),
  gift_average: computation('寄附の平均額', noParametersSchema, giftAverage),
  gift_median: computation('寄附の中央値', noParametersSchema, giftMedian),
  donor_retention: computation('寄附者の継続率', noParametersSchema, retainedGivers),
  donor_lybunt: computation('前年だけの寄附者（LYBUNT）', noParametersSchema, lapsedLastYear),
  donor_sybunt: computation('以前の寄附者（SYBUNT）', noParametersSchema, lapsedBefore),
  fundraising_cost: computation('募金コスト率', moneyOfRateSchema, fundraisingCost),
  dues_coverage: computation('会費充当率', noParametersSchema, duesCoverage),
  custody_held: computation('送金残', noParametersSchema, custodyHeld),
  custody_days: computation('送金残の日数', noParametersSchema, custodyDays),
} as const

export type ComputationKey = keyof typeof computations

export const computationKeys = Object.keys(computations) as [ComputationKey, ...ComputationKey[]]

/** Whether a key of a stored version is one of this program. */
export function isComputationKey(key: string | null): key is ComputationKey {
  return key !== null && Object.hasOwn(computations, key)
}
