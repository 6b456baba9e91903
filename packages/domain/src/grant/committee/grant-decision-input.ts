import { z } from 'zod'
import { revisionSchema } from '../../council/revision.ts'
import { grantApplicationIdSchema, grantCallIdSchema, grantCommitteeIdSchema } from '../../id-schemas.ts'
import { amountRefusalMessage, largestTypedYen } from '../../money/parse-amount.ts'
import { yenSchema } from '../../money/yen-schema.ts'

const decisionSchema = z.object({
  applicationId: grantApplicationIdSchema,
  /** What the grid was opened on; null where nothing was decided yet. */
  revision: revisionSchema.nullable(),
  /** 決定額: 0 is 不採択, null takes the decision back. */
  awardedYen: yenSchema.refine((amount) => amount >= 0 && amount <= largestTypedYen, amountRefusalMessage('too_large')).nullable(),
  reason: z.string().trim().max(300, '理由・条件は300文字以内で入力してください。').default(''),
})

/** What a meeting of 配分委員会 decided about applications of one call. */
export const saveGrantDecisionsSchema = z.object({
  callId: grantCallIdSchema,
  committeeId: z.string('配分委員会を選んでください。').min(1, '配分委員会を選んでください。').pipe(grantCommitteeIdSchema),
  decisions: z.array(decisionSchema).min(1, '変更された決定はありません。').max(2_000),
})
export type SaveGrantDecisionsInput = z.output<typeof saveGrantDecisionsSchema>
