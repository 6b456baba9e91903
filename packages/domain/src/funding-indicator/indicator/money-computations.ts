import type { z } from 'zod'
import { householdBasisNames } from '../../area/household-basis.ts'
import { fiscalYear as fiscalYearOfNumber, lastDayOf } from '../../calendar/fiscal-year.ts'
import { formatFiscalYear, formatLocalDate } from '../../calendar/japanese-era.ts'
import { type FundingCategory, fundingCategoryNames } from '../../ledger/funding-category.ts'
import { momentOf } from '../../ledger/posting-moment.ts'
import { figureFilter } from '../figure-filter.ts'
import type { basisOfRateSchema, moneyAndBasisSchema, moneyOfRateSchema } from './computation-parameters.ts'
import type { Computed, FigurePart } from './figure-part.ts'
import type { FundingCut } from '../funding-cut.ts'
import type { HeldDrive, IndicatorFacts } from './indicator-facts.ts'

type MoneyOfRate = z.output<typeof moneyOfRateSchema>

/** What came in of some categories, each opening its entries. */
export function categoryParts({ cut, categories: facts }: IndicatorFacts, categories: readonly FundingCategory[]): FigurePart[] {
  return categories.map((category) => ({
    label: fundingCategoryNames[category], value: facts[category].thisYen, unit: '円', openTo: figureFilter(cut, 'this', { category }),
  }))
}

/** 目標達成率: of the categories that have a target, on both sides. */
export function targetAttainment(facts: IndicatorFacts, { categories }: MoneyOfRate): Computed {
  const targeted = categories.filter((category) => facts.categories[category].targetYen !== null)
  return {
    numerator: categoryParts(facts, targeted),
    denominator: targeted.map((category) => ({
      label: `${fundingCategoryNames[category]}の目標額`, value: facts.categories[category].targetYen, unit: '円', openTo: null,
    })),
    isPercent: true,
  }
}

/** 前年比: this year against last year to the same day; none where the books of last year hold nothing of one of them. */
export function yearOnYear(facts: IndicatorFacts, { categories }: MoneyOfRate): Computed {
  const { cut } = facts
  const isKnown = categories.every((category) => facts.categories[category].lastYen !== null)
  return {
    numerator: categoryParts(facts, categories),
    denominator: categories.map((category) => ({
      label: `${fundingCategoryNames[category]}（前年 ${formatLocalDate(cut.lastAsOf)}まで）`,
      value: isKnown ? facts.categories[category].lastYen : null,
      unit: '円',
      openTo: figureFilter(cut, 'last', { category }),
    })),
    isPercent: true,
  }
}

/** 会員加入率: households that paid the year's dues, as a share of all of one basis. */
export function enrollment(facts: IndicatorFacts, { basis }: z.output<typeof basisOfRateSchema>): Computed {
  const openTo = { duesYear: facts.cut.fiscalYear, category: 'membership_dues', ...momentOf(facts.cut) } as const
  return {
    numerator: [{ label: '会費を納めた世帯', value: facts.payingHouseholds, unit: '世帯', openTo }],
    denominator: [householdPart(facts, basis)],
    isPercent: true,
  }
}

/** 1世帯当たりの戸別募金 */
export function perHouseholdAsked(facts: IndicatorFacts, { categories, basis }: z.output<typeof moneyAndBasisSchema>): Computed {
  return { numerator: doorToDoorParts(facts, categories), denominator: [householdPart(facts, basis)], isPercent: false }
}

/** 戸別比率: what went from door to door, as a share of what all methods brought. */
export function doorToDoorShare(facts: IndicatorFacts, { categories }: MoneyOfRate): Computed {
  return { numerator: doorToDoorParts(facts, categories), denominator: categoryParts(facts, categories), isPercent: true }
}

/** 送金残: by drive; each opens what came in on its 預り金 and what went out of it, until the year's end. */
export function custodyHeld({ cut, custody }: IndicatorFacts): Computed {
  return { numerator: custody === null ? [] : heldParts(custody.drives, cut), denominator: null, isPercent: false }
}

function heldParts(drives: readonly HeldDrive[], { fiscalYear }: FundingCut): FigurePart[] {
  if (drives.length === 0) return [{ label: '預り金の残高', value: 0, unit: '円', openTo: null }]
  return drives.map(({ campaignId, name, fiscalYear: year, accountId, heldYen }) => ({
    label: `${name}（${formatFiscalYear(fiscalYearOfNumber(year))}）の預り金`, value: heldYen, unit: '円', openTo: { campaignId, accountId, to: lastDayOf(fiscalYear) },
  }))
}

export function custodyDays({ custody }: IndicatorFacts): Computed {
  return { numerator: [{ label: 'いちばん古い受入れからの日数', value: custody?.days ?? null, unit: '日', openTo: null }], denominator: null, isPercent: false }
}

function doorToDoorParts({ cut, doorToDoor }: IndicatorFacts, categories: readonly FundingCategory[]): FigurePart[] {
  return doorToDoor
    .filter(({ category }) => categories.includes(category))
    .map(({ category, methodId, name, amountYen }) => ({
      label: categories.length === 1 ? name : `${fundingCategoryNames[category]}の${name}`,
      value: amountYen,
      unit: '円',
      openTo: { ...figureFilter(cut, 'this', { category }), methodId },
    }))
}

function householdPart({ households }: IndicatorFacts, basis: z.output<typeof basisOfRateSchema>['basis']): FigurePart {
  const found = households[basis]
  const asOf = found === null ? '' : `（${formatLocalDate(found.asOf)}現在）`
  return { label: `${householdBasisNames[basis]}${asOf}`, value: found?.households ?? null, unit: '世帯', openTo: null }
}
