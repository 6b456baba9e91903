import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { donationThresholdIdSchema } from '../../id-schemas.ts'

export const thresholdAlertsSchema = z.object({ fiscalYear: fiscalYearSchema })

/** What a mark is about: the entry of a gift, a supporter, or a supporter in a year. */
const subjectKeySchema = z.string().regex(/^[0-9a-f-]{36}(:\d{4})?$/)

/** That a gift or a giver who reached a threshold was dealt with. */
export const markThresholdSchema = z.object({
  thresholdId: donationThresholdIdSchema,
  subjectKey: subjectKeySchema,
  doneOn: localDateSchema,
  note: z.string().trim().max(200, '備考は200文字以内で入力してください。').default(''),
})
export type MarkThresholdInput = z.output<typeof markThresholdSchema>

export const unmarkThresholdSchema = markThresholdSchema.pick({ thresholdId: true, subjectKey: true })
export type UnmarkThresholdInput = z.output<typeof unmarkThresholdSchema>
