import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { fundingIndicatorIdSchema } from '../../id-schemas.ts'
import { computationKeys, computations } from './computations.ts'

/** What an indicator means. */
export const versionContentSchema = z
  .object({
    definition: z.string().trim().min(1, '定義を入力してください。').max(1_000, '定義は1,000文字以内で入力してください。'),
    formula: z.string().trim().max(1_000, '式は1,000文字以内で入力してください。'),
    /** Null for what is entered. */
    computation: z.enum(computationKeys, '計算のしかたを選んでください。').nullable(),
    /** Choices of the computation. */
    parameters: z.record(z.string(), z.json()),
  })
  .superRefine(({ computation, parameters }, context) => {
    if (computation === null) return
    for (const { message } of computations[computation].parameters.safeParse(parameters).error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: ['parameters'], message })
    }
  })
export type VersionContent = z.output<typeof versionContentSchema>

export const addVersionSchema = z.object({
  indicatorId: fundingIndicatorIdSchema,
  /** The newest version that the form was opened on. */
  seenVersion: z.int().positive(),
  content: versionContentSchema,
  fromFiscalYear: fiscalYearSchema,
  reason: z.string().trim().min(1, '変更の理由を入力してください。').max(500, '理由は500文字以内で入力してください。'),
})
export type AddVersionInput = z.output<typeof addVersionSchema>

/** What a new version would change, year by year, before it is made. */
export const previewVersionSchema = z.object({
  indicatorId: fundingIndicatorIdSchema,
  content: versionContentSchema,
  fromFiscalYear: fiscalYearSchema,
  /** The last of the years that are compared. */
  until: fiscalYearSchema,
})
export type PreviewVersionInput = z.output<typeof previewVersionSchema>
