import { z } from 'zod'
import { revisionSchema } from '../../council/revision.ts'
import { supporterIdSchema, supporterMergeIdSchema } from '../../id-schemas.ts'
import { supporterDetailsSchema } from '../supporter-details.ts'

/** Two supporters; which of them stands first makes no difference. */
export const supporterPairSchema = z
  .object({ firstId: supporterIdSchema, secondId: supporterIdSchema })
  .refine(({ firstId, secondId }) => firstId !== secondId, '別の支援者を選んでください。')
export type SupporterPair = z.output<typeof supporterPairSchema>

/** 名寄せ: the merged supporter becomes the survivor, who is recorded with what was chosen from both. */
export const mergeSupportersSchema = z
  .object({
    /** Made by the client, so that a repeated answer merges once. */
    mergeId: supporterMergeIdSchema,
    survivorId: supporterIdSchema,
    survivorRevision: revisionSchema,
    mergedId: supporterIdSchema,
    mergedRevision: revisionSchema,
    details: supporterDetailsSchema,
    reason: z.string().trim().max(300, 'メモは300文字以内で入力してください。').default(''),
  })
  .refine(({ survivorId, mergedId }) => survivorId !== mergedId, '別の支援者を選んでください。')
export type MergeSupportersInput = z.output<typeof mergeSupportersSchema>

export const undoMergeSchema = z.object({
  mergeId: supporterMergeIdSchema,
  reason: z.string().trim().min(1, '取り消す理由を入力してください。例：同姓同名の別人だった').max(300, '理由は300文字以内で入力してください。'),
})
export type UndoMergeInput = z.output<typeof undoMergeSchema>

/** The list of candidates, the highest score first. */
export const duplicateListSchema = z.object({
  /** The last pair of the page before; null for the first page. */
  cursor: z.object({ score: z.int(), firstId: supporterIdSchema, secondId: supporterIdSchema }).nullable().default(null),
  limit: z.int().min(1).max(2_000).default(50),
})
export type DuplicateListInput = z.output<typeof duplicateListSchema>

/** The list of merges, the newest first. */
export const mergeListSchema = z.object({
  cursor: z.object({ mergedAt: z.iso.datetime(), mergeId: supporterMergeIdSchema }).nullable().default(null),
  limit: z.int().min(1).max(100).default(50),
})
export type MergeListInput = z.output<typeof mergeListSchema>
