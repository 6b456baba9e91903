import type { z } from 'zod'
import type { IncomeChoice, incomeRatioSchema, moneyOfRateSchema } from './computation-parameters.ts'
import type { Computed, FigurePart } from './figure-part.ts'
import type { IncomeFact, IndicatorFacts } from './indicator-facts.ts'
import { categoryParts } from './money-computations.ts'

/** 自主財源比率: chosen income as a share of all of it, or of chosen income; what is excluded counts on neither side. */
export function incomeRatio(facts: IndicatorFacts, { numerator, denominator, excluded }: z.output<typeof incomeRatioSchema>): Computed {
  const counted = facts.income.filter((line) => !isChosen(line, excluded))
  const parts = (choice: IncomeChoice | null) => counted.filter((line) => choice === null || isChosen(line, choice)).flatMap(partsOfLine)
  return { numerator: parts(numerator), denominator: parts(denominator), isPercent: true }
}

/** 募金コスト率: what raising it cost, as a share of what was raised. */
export function fundraisingCost(facts: IndicatorFacts, { categories }: z.output<typeof moneyOfRateSchema>): Computed {
  return {
    numerator: [{ label: '募金・寄附集めの経費', value: facts.fundraisingCostYen, unit: '円', openTo: null }],
    denominator: categoryParts(facts, categories),
    isPercent: true,
  }
}

/** 会費充当率: how much of what 地域福祉活動 cost the dues would pay for. */
export function duesCoverage(facts: IndicatorFacts): Computed {
  return {
    numerator: categoryParts(facts, ['membership_dues']),
    denominator: [{ label: '地域福祉活動の経費', value: facts.communityWelfareCostYen, unit: '円', openTo: null }],
    isPercent: true,
  }
}

function isChosen({ code, category }: IncomeFact, { categories, lines }: IncomeChoice): boolean {
  return categories.includes(category) || lines.includes(code)
}

/** What the ledger holds opens part by part; what was entered as a year's total has no entries. */
function partsOfLine({ name, parts, enteredYen }: IncomeFact): FigurePart[] {
  const ofLedger = parts.map((part) => ({
    label: parts.length === 1 ? name : `${name}（${part.name}）`, value: part.amountYen, unit: '円', openTo: part.filter,
  }))
  if (enteredYen === null) return ofLedger
  return [...ofLedger, { label: parts.length === 0 ? name : `${name}（帳簿のほか）`, value: enteredYen, unit: '円', openTo: null }]
}
