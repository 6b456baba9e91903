import { householdBases, householdBasisNames } from '@sasaeai/domain/area/household-basis'
import { incomeCategoryNames } from '@sasaeai/domain/funding-indicator/income/income-category'
import type { ComputationKey } from '@sasaeai/domain/funding-indicator/indicator/computations'
import { fundingCategoryNames } from '@sasaeai/domain/ledger/funding-category'
import { asksOf, draftOfContent } from './indicator-draft.ts'

/** The choices of a computation in words. */
export function parameterWords(computation: ComputationKey, parameters: unknown): string[] {
  const draft = draftOfContent({ definition: '', formula: '', computation, parameters })
  const asks = asksOf(computation)
  const income = (categories: typeof draft.numerator, lines: string) => [...categories.map((each) => incomeCategoryNames[each]), ...(lines === '' ? [] : [`区分 ${lines}`])].join('・')
  const denominator = income(draft.denominator, draft.denominatorLines)
  const excluded = income(draft.excluded, draft.excludedLines)
  const basis = householdBases.find((each) => each === draft.basis)
  return [
    ...(asks.income ? [`分子 ${income(draft.numerator, draft.numeratorLines)}`, `分母 ${denominator === '' ? '収入全体' : denominator}`] : []),
    ...(asks.income && excluded !== '' ? [`含めないもの ${excluded}`] : []),
    ...(asks.money ? [draft.categories.map((each) => fundingCategoryNames[each]).join('・')] : []),
    ...(asks.basis && basis !== undefined ? [householdBasisNames[basis]] : []),
  ]
}
