import { z } from 'zod'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import { intakeBatchIdSchema } from '../id-schemas.ts'
import { postingMomentSchema } from '../ledger/posting-moment-schema.ts'
import { intakeDraftSchema } from './intake-draft.ts'
import { intakeStatuses } from './intake-status.ts'

/** The id is made by the screen: sending the same opening twice opens one batch. */
export const openIntakeBatchSchema = z.object({ batchId: intakeBatchIdSchema, draft: intakeDraftSchema })
export type OpenIntakeBatchInput = z.output<typeof openIntakeBatchSchema>

/** A batch as somebody has it on the screen; an act on an older state than the present one is refused. */
export const batchRevisionSchema = z.object({ batchId: intakeBatchIdSchema, revision: z.int().min(1) })
export type BatchRevision = z.output<typeof batchRevisionSchema>

export const saveIntakeDraftSchema = batchRevisionSchema.extend({ draft: intakeDraftSchema })
export type SaveIntakeDraftInput = z.output<typeof saveIntakeDraftSchema>

export const returnIntakeBatchSchema = batchRevisionSchema.extend({
  reason: z
    .string()
    .trim()
    .min(1, '差し戻す理由を入力してください。例：3行目の金額が持参票と違います')
    .max(200, '理由は200文字以内で入力してください。'),
})
export type ReturnIntakeBatchInput = z.output<typeof returnIntakeBatchSchema>

export const batchIdInputSchema = z.object({ batchId: intakeBatchIdSchema })

/** One browser tab that has a batch open. */
export const intakePresenceSchema = z.object({ batchId: intakeBatchIdSchema, tabId: z.uuid() })
export type IntakePresenceInput = z.output<typeof intakePresenceSchema>

/** What the list of batches is asked for. Status and days stand in the page's address, the cursor does not. */
/** Which 受付 are wanted. */
export const intakeFilterSchema = z.object({
  status: z.enum(intakeStatuses).default('draft'),
  from: localDateSchema.nullable().default(null),
  to: localDateSchema.nullable().default(null),
  /** Bearer, area or note contains it. */
  text: z.string().max(100).default(''),
})
export type IntakeFilter = z.output<typeof intakeFilterSchema>

/** The same, page by page. */
export const intakeListSchema = intakeFilterSchema.extend({
  /** The last row of the page before; null for the first page. */
  cursor: z.object({ updatedAt: z.iso.datetime(), batchId: intakeBatchIdSchema }).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
})
export type IntakeListInput = z.output<typeof intakeListSchema>

export const dayInputSchema = z.object({ day: localDateSchema })
/** 日計表, as the books stood at a moment; as they stand now without one. */
export const dailyReportSchema = dayInputSchema.extend({ postedUntil: postingMomentSchema.optional() })
export type DailyReportInput = z.output<typeof dailyReportSchema>

/** A 納入番号 as it was read off a slip. */
export const readSlipNumberSchema = z.object({
  eraYear: z.int().min(1),
  kindCode: z.string().min(1).max(20),
  number: z.int().min(1).max(2_147_483_647),
})

export const supporterNumbersSchema = z.object({ numbers: z.array(z.int().min(1)).max(1_000) })
