import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { revisionSchema } from '../../council/revision.ts'
import { allocationIdSchema, allocationUseIdSchema } from '../../id-schemas.ts'
import { typedCountSchema } from '../../text/typed-count.ts'
import { allocatedYenSchema } from './allocated-yen.ts'

/** 配分金の使途, with the fields of the public database of the 共同募金会: 団体, 事業名, 助成額, 活動内容, ありがとうメッセージ. */
export const allocationUseFields = {
  groupName: z.string().trim().min(1, '団体を入力してください。例：ささえ市社会福祉協議会').max(100, '団体は100文字以内で入力してください。'),
  projectName: z.string().trim().min(1, '事業名を入力してください。例：ふれあいサロン').max(100, '事業名は100文字以内で入力してください。'),
  amountYen: allocatedYenSchema,
  activity: z.string().trim().max(2_000, '活動内容は2000文字以内で入力してください。').default(''),
  message: z.string().trim().max(1_000, 'ありがとうメッセージは1000文字以内で入力してください。').default(''),
  beneficiaries: typedCountSchema('対象者数'),
  reportDueOn: localDateSchema.nullable().default(null),
  reportedOn: localDateSchema.nullable().default(null),
} as const

export const allocationUseDetailsSchema = z.object(allocationUseFields)
export type AllocationUseDetails = z.output<typeof allocationUseDetailsSchema>

/** A use that is there already, and the revision that it was opened on. */
export const seenAllocationUseSchema = z.object({ useId: allocationUseIdSchema, revision: revisionSchema })
export type SeenAllocationUse = z.output<typeof seenAllocationUseSchema>

/** `change` is null for a new use. */
export const saveAllocationUseSchema = z.object({
  allocationId: allocationIdSchema,
  change: seenAllocationUseSchema.nullable(),
  details: allocationUseDetailsSchema,
})
export type SaveAllocationUseInput = z.output<typeof saveAllocationUseSchema>
