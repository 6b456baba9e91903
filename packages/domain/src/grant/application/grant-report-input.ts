import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { revisionSchema } from '../../council/revision.ts'
import { grantApplicationIdSchema } from '../../id-schemas.ts'
import { amountRefusalMessage, largestTypedYen } from '../../money/parse-amount.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import { typedCountSchema } from '../../text/typed-count.ts'

/** 使途の報告, with the fields of the public database: 活動内容, ありがとうメッセージ. */
export const grantReportDetailsSchema = z.object({
  receivedOn: localDateSchema,
  spentYen: yenSchema.refine((amount) => amount >= 0 && amount <= largestTypedYen, amountRefusalMessage('too_large')),
  activity: z.string().trim().max(2_000, '活動内容は2000文字以内で入力してください。').default(''),
  message: z.string().trim().max(1_000, 'ありがとうメッセージは1000文字以内で入力してください。').default(''),
  beneficiaries: typedCountSchema('対象者数'),
})
export type GrantReportDetails = z.output<typeof grantReportDetailsSchema>

/** `revision` is null for a first report. */
export const saveGrantReportSchema = z.object({
  applicationId: grantApplicationIdSchema,
  revision: revisionSchema.nullable(),
  details: grantReportDetailsSchema,
})
export type SaveGrantReportInput = z.output<typeof saveGrantReportSchema>

export const seenGrantReportSchema = z.object({ applicationId: grantApplicationIdSchema, revision: revisionSchema })
export type SeenGrantReport = z.output<typeof seenGrantReportSchema>
