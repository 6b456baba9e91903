import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import type { DateContext } from '../../calendar/parse-date.ts'
import { typedDateSchema } from '../../calendar/typed-date.ts'
import { areaIdSchema, donationChannelIdSchema, outreachEventIdSchema, supporterIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { optionalTypedYen } from '../../money/typed-yen.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import { typedCountSchema } from '../../text/typed-count.ts'
import { outreachKinds } from './outreach-kind.ts'

const isCost = (cost: number | null) => cost === null || cost >= 0
const costMessage = '費用は0円以上で入力してください。'

/** 説明・広報の記録: where the council explained itself, to whom and how it went. */
export const outreachDetailsSchema = z.object({
  heldOn: localDateSchema,
  kind: z.enum(outreachKinds, '種類を選んでください。'),
  title: z.string().trim().min(1, '題名を入力してください。例：日吉一丁目自治会 社協説明会').max(100, '題名は100文字以内で入力してください。'),
  /** The 自治会 or 校区 that it was for; null where it was for none. */
  areaId: areaIdSchema.nullable().default(null),
  /** The organization that it was for; null where it was for none. */
  supporterId: supporterIdSchema.nullable().default(null),
  place: z.string().trim().max(100, '場所は100文字以内で入力してください。').default(''),
  /** Who went, as the office writes it. */
  staff: z.string().trim().max(100, '職員は100文字以内で入力してください。').default(''),
  attendees: typedCountSchema('参加人数'),
  /** 寄附のきっかけ that it was for; its gifts stand against the cost. */
  channelId: z.preprocess((value) => (value === '' ? null : value), donationChannelIdSchema.nullable().default(null)),
  /** 費用, in yen; null where none was written down. */
  costYen: yenSchema.nullable().default(null).refine(isCost, costMessage),
  summary: z.string().trim().max(1_000, '内容は1000文字以内で入力してください。').default(''),
})
export type OutreachDetails = z.output<typeof outreachDetailsSchema>

/** The same as a form holds it, which reads days in any spelling. */
export function typedOutreachSchema(context: DateContext) {
  return outreachDetailsSchema.extend({ heldOn: typedDateSchema(context), costYen: optionalTypedYen.refine(isCost, costMessage) })
}

/** A record that is there already, and the revision that it was opened on. */
export const seenOutreachSchema = z.object({ outreachId: outreachEventIdSchema, revision: z.int().min(1) })
export type SeenOutreach = z.output<typeof seenOutreachSchema>

/** `change` is null for a new record. */
export const saveOutreachSchema = z.object({ change: seenOutreachSchema.nullable(), details: outreachDetailsSchema })
export type SaveOutreachInput = z.output<typeof saveOutreachSchema>

/** The records of a fiscal year, by the day on which they were held; their dues as the books stood at a moment, or as they stand now without one. */
export const outreachListSchema = z.object({ fiscalYear: fiscalYearSchema, postedUntil: postingMomentSchema.optional() })
export type OutreachListInput = z.output<typeof outreachListSchema>
