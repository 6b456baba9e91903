import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { revisionSchema } from '../../council/revision.ts'
import { grantApplicationIdSchema, grantCallIdSchema, supporterIdSchema } from '../../id-schemas.ts'
import { amountRefusalMessage, largestTypedYen } from '../../money/parse-amount.ts'
import { yenSchema } from '../../money/yen-schema.ts'

/** An amount that is asked for or paid: at least one yen. */
export const grantedYenSchema = yenSchema
  .refine((amount) => amount > 0, '1円以上の金額を入力してください。')
  .refine((amount) => amount <= largestTypedYen, amountRefusalMessage('too_large'))

export const grantApplicationDetailsSchema = z.object({
  supporterId: z.string('団体を選んでください。').min(1, '団体を選んでください。').pipe(supporterIdSchema),
  projectName: z.string().trim().min(1, '事業名を入力してください。例：ふれあいサロン').max(100, '事業名は100文字以内で入力してください。'),
  purpose: z.string().trim().max(1_000, '内容は1000文字以内で入力してください。').default(''),
  requestedYen: grantedYenSchema,
  receivedOn: localDateSchema,
  note: z.string().trim().max(300, '備考は300文字以内で入力してください。').default(''),
})
export type GrantApplicationDetails = z.output<typeof grantApplicationDetailsSchema>

/** An application that is there already, and the revision that it was opened on. */
export const seenGrantApplicationSchema = z.object({ applicationId: grantApplicationIdSchema, revision: revisionSchema })
export type SeenGrantApplication = z.output<typeof seenGrantApplicationSchema>

/** `change` is null for a new application, which gets the next number of the call. */
export const saveGrantApplicationSchema = z.object({
  callId: grantCallIdSchema,
  change: seenGrantApplicationSchema.nullable(),
  details: grantApplicationDetailsSchema,
})
export type SaveGrantApplicationInput = z.output<typeof saveGrantApplicationSchema>

/** 取下げ; null takes the withdrawal back. */
export const withdrawGrantApplicationSchema = seenGrantApplicationSchema.extend({ withdrawnOn: localDateSchema.nullable() })
export type WithdrawGrantApplicationInput = z.output<typeof withdrawGrantApplicationSchema>
