import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { duesKindIdSchema, prospectIdSchema, supporterIdSchema, userIdSchema } from '../../id-schemas.ts'
import { areaOfRouteMissing, joiningSchema, routeHasArea, unitsSchema } from '../member/membership-input.ts'
import { openProspectStages } from './prospect-stage.ts'

/** An empty field of a form stands for nothing chosen. */
const nothingAsNull = (value: unknown) => (value === '' ? null : value)

export const prospectDetailsSchema = z.object({
  supporterId: z.string('支援者を選んでください。').min(1, '支援者を選んでください。').pipe(supporterIdSchema),
  duesKindId: z.string().min(1, '会員種別を選んでください。').pipe(duesKindIdSchema),
  stage: z.enum(openProspectStages, '段階を選んでください。'),
  /** 口 hoped for. */
  hopedUnits: z.preprocess(nothingAsNull, unitsSchema.nullable().default(null)),
  nextAction: z.string().trim().max(200, '次にすることは200文字以内で入力してください。').default(''),
  nextActionOn: localDateSchema.nullable().default(null),
  responsibleId: z.preprocess(nothingAsNull, userIdSchema.nullable().default(null)),
  note: z.string().trim().max(500, '備考は500文字以内で入力してください。').default(''),
})
export type ProspectDetails = z.output<typeof prospectDetailsSchema>

/** An open prospect that is there already, and the revision that its form was opened on. */
const prospectChangeSchema = z.object({ prospectId: prospectIdSchema, revision: z.int().min(1) })

/** `change` is null for a new prospect. */
export const saveProspectSchema = z.object({ change: prospectChangeSchema.nullable(), details: prospectDetailsSchema })
export type SaveProspectInput = z.output<typeof saveProspectSchema>

/** 入会: the prospect becomes a member in the same act. */
export const joinProspectSchema = prospectChangeSchema
  .extend({ joining: joiningSchema.refine(routeHasArea, areaOfRouteMissing) })
export type JoinProspectInput = z.output<typeof joinProspectSchema>

/** 見送り. */
export const declineProspectSchema = prospectChangeSchema.extend({
  reason: z.string().trim().max(200, '理由は200文字以内で入力してください。').default(''),
})
export type DeclineProspectInput = z.output<typeof declineProspectSchema>

export const prospectListSchema = z.object({
  /** Whether those that joined or declined are listed too. */
  withClosed: z.boolean().default(false),
})
export type ProspectListInput = z.output<typeof prospectListSchema>
