import { z } from 'zod'
import { householdBases } from '../../area/household-basis.ts'
import { fundingCategories } from '../../ledger/funding-category.ts'
import { incomeCategories } from '../income/income-category.ts'

/** Chosen 収入の区分: whole kinds of income, and single lines by their codes. */
const incomeChoiceSchema = z.object({
  categories: z.array(z.enum(incomeCategories)).default([]),
  lines: z.array(z.string().min(1).max(20)).max(100).default([]),
})
export type IncomeChoice = z.output<typeof incomeChoiceSchema>

const someIncomeSchema = incomeChoiceSchema.refine(({ categories, lines }) => categories.length + lines.length > 0, '収入の区分を一つ以上選んでください。')

/** 自主財源比率 */
export const incomeRatioSchema = z.object({
  numerator: someIncomeSchema,
  /** Null for all income. */
  denominator: someIncomeSchema.nullable().default(null),
  /** Left out of both by definition, such as 介護・障害サービス. */
  excluded: incomeChoiceSchema.prefault({}),
})

/** Of which money a rate is. */
export const moneyOfRateSchema = z.object({
  categories: z.array(z.enum(fundingCategories)).min(1, '財源の区分を一つ以上選んでください。'),
})

/** On which 世帯数 a rate is made. */
export const basisOfRateSchema = z.object({ basis: z.enum(householdBases, '世帯数の根拠を選んでください。') })

export const moneyAndBasisSchema = z.object({ ...moneyOfRateSchema.shape, ...basisOfRateSchema.shape })

export const noParametersSchema = z.object({})
