import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import type { DateContext } from '../../calendar/parse-date.ts'
import { typedDateSchema } from '../../calendar/typed-date.ts'
import { campaignIdSchema, campaignPublicationIdSchema } from '../../id-schemas.ts'

export const publicationsOfYearSchema = z.object({ fiscalYear: fiscalYearSchema })

/** 公表: freezes the result as it is up to the day. */
export const publishResultSchema = z.object({ campaignId: campaignIdSchema, publishedOn: localDateSchema })
export type PublishResultInput = z.output<typeof publishResultSchema>

/** What the form of a publication holds, its day typed in any of the usual spellings. */
export function typedPublicationSchema(context: DateContext) {
  return z.object({ publishedOn: typedDateSchema(context) })
}

export const withdrawalReasonSchema = z.object({
  reason: z
    .string()
    .trim()
    .min(1, '取り下げる理由を入力してください。例：街頭募金の1件が入っていなかったため')
    .max(200, '理由は200文字以内で入力してください。'),
})

/** 取り下げ: the publication stays on record, with the reason in the audit log. */
export const withdrawPublicationSchema = withdrawalReasonSchema.extend({ publicationId: campaignPublicationIdSchema })
export type WithdrawPublicationInput = z.output<typeof withdrawPublicationSchema>
