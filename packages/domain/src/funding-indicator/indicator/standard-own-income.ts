import type { IncomeCategory } from '../income/income-category.ts'
import type { StandardIndicator } from './standard-indicators.ts'

/** Money of paid services says nothing of how a council is supported, so that no definition in use counts it. */
const excluded = { categories: ['care_service'] satisfies IncomeCategory[], lines: [] }

function ownIncome(code: string, style: { readonly name: string; readonly own: readonly IncomeCategory[]; readonly words: string }): StandardIndicator {
  return {
    code, name: `自主財源比率（${style.name}）`, category: '財源全体', unit: '%', decimals: 1, direction: 'higher', computation: 'income_ratio',
    parameters: { numerator: { categories: [...style.own], lines: [] }, denominator: null, excluded },
    definition: `収入全体のうち、自主財源（${style.words}）の割合。介護・障害サービスの収入は分子にも分母にも含めない。`,
    formula: `（${style.words.replaceAll('・', '＋')}）÷（収入全体 − 介護・障害サービス）× 100`,
  }
}

/** 自主財源比率: the definitions that councils use, side by side; none of them is the right one. */
export const ownIncomeIndicators: readonly StandardIndicator[] = [
  ownIncome('10', { name: '桶川式', own: ['membership_dues', 'allocation', 'business'], words: '会費・共同募金配分金・収益事業' }),
  ownIncome('11', { name: '長崎県社協式', own: ['membership_dues', 'donation', 'business'], words: '会費・寄附金・事業収入' }),
  ownIncome('12', { name: '山陽小野田式', own: ['membership_dues'], words: '会費' }),
]
