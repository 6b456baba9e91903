import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import type { DateContext } from '../../calendar/parse-date.ts'
import { typedDateSchema } from '../../calendar/typed-date.ts'
import { revisionSchema } from '../../council/revision.ts'
import { donationChannelIdSchema, fundIdSchema, fundingSourceIdSchema, pledgeIdSchema, pledgeInstalmentIdSchema, supporterIdSchema } from '../../id-schemas.ts'
import { typedYen } from '../../money/typed-yen.ts'
import { positiveYenSchema } from '../../money/yen-schema.ts'
import { donationKinds } from '../gift/donation-kind.ts'
import { pledgeRhythms } from './plan-instalments.ts'

const planFields = {
  rhythm: z.enum(pledgeRhythms, '回数の刻みを選んでください。'),
  amountIs: z.enum(['each', 'total']),
}

const timesSchema = z.int('回数は整数で入力してください。').min(1, '回数は1以上で入力してください。').max(120, '回数は120回までです。')

const planSchema = z.object({ ...planFields, firstOn: localDateSchema, times: timesSchema, amountYen: positiveYenSchema })

const detailFields = {
  /** Money only: goods are not promised in instalments. */
  kind: z.enum(donationKinds, '種類を選んでください。').exclude(['in_kind']),
  fundingSourceId: z.string().min(1, '財源を選んでください。').pipe(fundingSourceIdSchema),
  fundId: fundIdSchema.nullable(),
  channelId: donationChannelIdSchema.nullable().default(null),
  staff: z.string().trim().max(100, '担当は100文字以内で入力してください。').default(''),
  note: z.string().trim().max(500, '備考は500文字以内で入力してください。').default(''),
} as const

/** `pledgeId` is made by the form: the same promise sent twice is written down once. */
export const createPledgeSchema = z.object({
  pledgeId: pledgeIdSchema,
  supporterId: supporterIdSchema,
  pledgedOn: localDateSchema,
  details: z.object(detailFields),
  plan: planSchema,
})
export type CreatePledgeInput = z.output<typeof createPledgeSchema>

export const pledgeSchema = z.object({ pledgeId: pledgeIdSchema })

const revisedPledge = { pledgeId: pledgeIdSchema, revision: revisionSchema } as const

/**
 * The rest is planned anew: the instalments that no gift was counted for when the form was opened give way to the new plan.
 */
export const replanPledgeSchema = z.object({ ...revisedPledge, replaces: z.array(pledgeInstalmentIdSchema).max(500), plan: planSchema })
export type ReplanPledgeInput = z.output<typeof replanPledgeSchema>

export const endPledgeSchema = z.object({
  ...revisedPledge,
  endedOn: localDateSchema,
  reason: z.string().trim().max(200, '理由は200文字以内で入力してください。').default(''),
})
export type EndPledgeInput = z.output<typeof endPledgeSchema>

export const resumePledgeSchema = z.object(revisedPledge)
export type ResumePledgeInput = z.output<typeof resumePledgeSchema>

export const pledgesOfSupporterSchema = z.object({ supporterId: supporterIdSchema })

const typedTimes = z.string().transform((text) => Number(text.normalize('NFKC').trim() || Number.NaN))

/** What the form of a plan holds. */
export function typedPlanSchema(context: DateContext) {
  return z.object({ ...planFields, firstOn: typedDateSchema(context), times: typedTimes.pipe(timesSchema), amountYen: typedYen.pipe(positiveYenSchema) })
}

const chosen = z.string().transform((text) => (text === '' ? null : text))

/** What the form of a new promise holds. */
export function typedPledgeSchema(context: DateContext) {
  return z.object({
    supporterId: z.string().min(1, '支援者を選んでください。').pipe(supporterIdSchema),
    pledgedOn: typedDateSchema(context),
    details: z.object({ ...detailFields, fundId: chosen.pipe(fundIdSchema.nullable()), channelId: chosen.pipe(donationChannelIdSchema.nullable()) }),
    plan: typedPlanSchema(context),
  })
}
