import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { revisionSchema } from '../../council/revision.ts'
import { grantCommitteeIdSchema } from '../../id-schemas.ts'
import { typedCountSchema } from '../../text/typed-count.ts'

/** The fields of 配分委員会's form. */
export const grantCommitteeFields = {
  name: z.string().trim().min(1, '名称を入力してください。例：第2回配分委員会').max(60, '名称は60文字以内で入力してください。'),
  heldOn: localDateSchema,
  minutes: z.string().trim().max(100, '議事録の番号・綴りは100文字以内で入力してください。').default(''),
  attendees: typedCountSchema('出席者数'),
  note: z.string().trim().max(500, '備考は500文字以内で入力してください。').default(''),
} as const

export const grantCommitteeDetailsSchema = z.object({ fiscalYear: fiscalYearSchema, ...grantCommitteeFields })
export type GrantCommitteeDetails = z.output<typeof grantCommitteeDetailsSchema>

/** A meeting that is there already, and the revision that it was opened on. */
export const seenGrantCommitteeSchema = z.object({ committeeId: grantCommitteeIdSchema, revision: revisionSchema })
export type SeenGrantCommittee = z.output<typeof seenGrantCommitteeSchema>

/** `change` is null for a new meeting. */
export const saveGrantCommitteeSchema = z.object({ change: seenGrantCommitteeSchema.nullable(), details: grantCommitteeDetailsSchema })
export type SaveGrantCommitteeInput = z.output<typeof saveGrantCommitteeSchema>
