import { z } from 'zod'
import { householdBases } from '../../area/household-basis.ts'
import { householdCountSchema } from '../../area/area-details.ts'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { duesKindIdSchema, duesRequestIdSchema } from '../../id-schemas.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import { linePayers } from './dues-request-payer.ts'

/** What a 納入のお願い is prepared from. The same question is asked by its preview, which writes nothing. */
export const prepareDuesRequestsSchema = z.object({
  fiscalYear: fiscalYearSchema,
  /** The kinds of membership; null for every kind whose request of the year is not fixed. */
  duesKindIds: z.array(duesKindIdSchema).min(1).max(100).nullable(),
  /** The day on which members are looked at. */
  requestedOn: localDateSchema,
  /** The households that associations are asked by. */
  householdBasis: z.enum(householdBases, '世帯数の根拠を選んでください。'),
})
export type PrepareDuesRequestsInput = z.output<typeof prepareDuesRequestsSchema>

const requestSchema = z.object({ requestId: duesRequestIdSchema })

/** Names a request as it was seen: a later change by somebody else is told. */
export const seenDuesRequestSchema = requestSchema.extend({ revision: z.int().min(1) })
export type SeenDuesRequest = z.output<typeof seenDuesRequestSchema>

export const duesRequestSchema = requestSchema

/** A list of the lines of one request, a page at a time. */
export const duesLinesSchema = requestSchema.extend({
  payer: z.enum(linePayers),
  text: z.string().max(100).default(''),
  /** Only lines that a person has changed. */
  adjustedOnly: z.boolean().default(false),
  /** The last line of the page before: the area's code and id, or the supporter's reading and id. */
  cursor: z.object({ sortKey: z.string(), sortId: z.uuid() }).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
})
export type DuesLinesInput = z.output<typeof duesLinesSchema>

/** Payers of a fixed request that appeared since, as of a day. */
export const addLatePayersSchema = seenDuesRequestSchema.extend({ requestedOn: localDateSchema })
export type AddLatePayersInput = z.output<typeof addLatePayersSchema>

/** Names a line as it was seen. */
export const seenDuesLineSchema = requestSchema.extend({ payerKey: z.uuid(), revision: z.int().min(1) })
export type SeenDuesLine = z.output<typeof seenDuesLineSchema>

/** What a person says that a line should be, and why. Allowed after fixing as well: the number stays. */
export const adjustDuesLineSchema = seenDuesLineSchema.extend({
  households: householdCountSchema.nullable(),
  units: z.int('口数は整数で入力してください。').min(0, '口数は0以上で入力してください。').max(99_999, '口数が大きすぎます。').nullable(),
  expectedYen: yenSchema
    .refine((amount) => amount >= 0, '金額は0円以上で入力してください。')
    .refine((amount) => amount <= 9_000_000_000_000, '金額が大きすぎます。'),
  reason: z.string().trim().min(1, '直す理由を入力してください。例：新しい入居者の分を加えた').max(200, '理由は200文字以内で入力してください。'),
})
export type AdjustDuesLineInput = z.output<typeof adjustDuesLineSchema>
