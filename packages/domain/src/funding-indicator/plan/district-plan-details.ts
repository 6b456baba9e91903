import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { groundNameSchema } from '../../council/ground-code.ts'
import { revisionSchema } from '../../council/revision.ts'
import { areaIdSchema, districtPlanIdSchema, fundIdSchema, grantApplicationIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { districtPlanStates } from './district-plan-state.ts'
import { optionalTypedFiscalYearSchema } from './typed-fiscal-year.ts'

const fields = z.object({
  areaId: areaIdSchema,
  name: groundNameSchema,
  planState: z.enum(districtPlanStates, '策定の状況を選んでください。'),
  firstYear: fiscalYearSchema.nullable(),
  lastYear: fiscalYearSchema.nullable(),
  summary: z.string().trim().max(4_000, '概要は4,000文字以内で入力してください。'),
  note: z.string().trim().max(1_000, '備考は1,000文字以内で入力してください。'),
  fundIds: z.array(fundIdSchema).max(50),
  grantApplicationIds: z.array(grantApplicationIdSchema).max(200),
})
type Fields = z.output<typeof fields>

/** A plan that stands, or that is being revised, has its years; one that is being made may have them. */
function checkYears({ planState, firstYear, lastYear }: Fields, context: z.RefinementCtx<Fields>): void {
  const miss = (field: 'firstYear' | 'lastYear', message: string) => context.addIssue({ code: 'custom', path: [field], message })
  const needsYears = planState === 'adopted' || planState === 'revising'
  if (firstYear === null && (needsYears || lastYear !== null)) miss('firstYear', '初年度を入力してください。例：令和6年度')
  if (lastYear === null && (needsYears || firstYear !== null)) miss('lastYear', '最終年度を入力してください。例：令和10年度')
  if (firstYear !== null && lastYear !== null && lastYear < firstYear) miss('lastYear', '最終年度は、初年度以後にしてください。')
}

/** A 校区福祉活動計画 as it is stored. */
export const districtPlanDetailsSchema = fields.superRefine(checkYears)
export type DistrictPlanDetails = z.output<typeof districtPlanDetailsSchema>

/** The same as a form holds it: years as they are typed. */
export const typedDistrictPlanSchema = fields
  .extend({ firstYear: optionalTypedFiscalYearSchema, lastYear: optionalTypedFiscalYearSchema })
  .superRefine(checkYears)

/** `id` is null for a new one. */
export const saveDistrictPlanSchema = z.object({ id: districtPlanIdSchema.nullable(), revision: revisionSchema.nullable(), details: districtPlanDetailsSchema })

export const districtPlanSchema = z.object({ districtPlanId: districtPlanIdSchema })

/** All of them, as they stood at a moment; as they stand now without one. */
export const districtPlansSchema = z.object({ postedUntil: postingMomentSchema.optional() })
export type DistrictPlansInput = z.output<typeof districtPlansSchema>

/** What is typed to find a 助成. */
export const grantLookupSchema = z.object({ text: z.string().trim().max(100) })
