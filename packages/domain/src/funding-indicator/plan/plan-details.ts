import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { type FiscalYear, isFiscalYear } from '../../calendar/fiscal-year.ts'
import { groundCodeSchema, groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { exportFormats } from '../../document/export-format.ts'
import { fundingIndicatorIdSchema, planIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { planKinds } from './plan-kind.ts'
import { typedFiscalYearSchema } from './typed-fiscal-year.ts'

/** As many years stand beside each other on A4. */
const mostYears = 10

const planIndicatorSchema = z.object({
  indicatorId: fundingIndicatorIdSchema,
  /** 柱（基本目標）; empty where the plan has none. */
  pillar: z.string().trim().max(60, '柱は60文字以内で入力してください。'),
})

const fields = z.object({
  code: groundCodeSchema,
  name: groundNameSchema,
  kind: z.enum(planKinds, '種類を選んでください。'),
  firstYear: fiscalYearSchema,
  lastYear: fiscalYearSchema,
  policy: z.string().trim().max(4_000, '方針は4,000文字以内で入力してください。'),
  /** In the order in which they are printed. */
  indicators: z.array(planIndicatorSchema).max(100, '指標は100個までです。'),
})
type Fields = z.output<typeof fields>

function check({ firstYear, lastYear, indicators }: Fields, context: z.RefinementCtx<Fields>): void {
  // A year that could not be read has been told of already.
  const isReadable = isFiscalYear(firstYear) && isFiscalYear(lastYear)
  if (isReadable && lastYear < firstYear) context.addIssue({ code: 'custom', path: ['lastYear'], message: '最終年度は、初年度以後にしてください。' })
  if (isReadable && lastYear - firstYear >= mostYears) context.addIssue({ code: 'custom', path: ['lastYear'], message: `計画の期間は${mostYears}年までです。` })
  if (new Set(indicators.map(({ indicatorId }) => indicatorId)).size < indicators.length) {
    context.addIssue({ code: 'custom', path: ['indicators'], message: '同じ指標が2回入っています。' })
  }
}

/** A 計画 as it is stored. */
export const planDetailsSchema = fields.superRefine(check)
export type PlanDetails = z.output<typeof planDetailsSchema>
export type PlanIndicatorChoice = PlanDetails['indicators'][number]

/** The same as a form holds it: years as they are typed. */
export const typedPlanSchema = fields.extend({ firstYear: typedFiscalYearSchema, lastYear: typedFiscalYearSchema }).superRefine(check)

/** `id` is null for a new one. */
export const savePlanSchema = z.object({ id: planIdSchema.nullable(), revision: revisionSchema.nullable(), details: planDetailsSchema })

export const planSchema = z.object({ planId: planIdSchema })
export const planPageSchema = planSchema.extend({ postedUntil: postingMomentSchema.optional() })
export const planExportSchema = planPageSchema.extend({ format: z.enum(exportFormats) })
export type PlanExportInput = z.output<typeof planExportSchema>

/** The years of a plan, the first one first. */
export function yearsOfPlan({ firstYear, lastYear }: { readonly firstYear: FiscalYear; readonly lastYear: FiscalYear }): FiscalYear[] {
  return Array.from({ length: lastYear - firstYear + 1 }, (_, place) => fiscalYearSchema.parse(firstYear + place))
}
