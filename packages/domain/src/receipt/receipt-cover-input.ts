import { z } from 'zod'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import { letterTemplateIdSchema, receiptIdSchema, receiptRunIdSchema } from '../id-schemas.ts'
import { letterMethodSchema } from '../letter/letter-input.ts'

/** Which receipts get a 送り状: those named, or all of a run of 年間証明. */
export const coveredReceiptsSchema = z.union([
  z.object({ receiptIds: z.array(receiptIdSchema).min(1).max(2_000) }),
  z.object({ receiptRunId: receiptRunIdSchema }),
])
export type CoveredReceipts = z.output<typeof coveredReceiptsSchema>

/** That 送り状 were sent with receipts. */
export const recordCoversSchema = z.object({ of: coveredReceiptsSchema, templateId: letterTemplateIdSchema, sentOn: localDateSchema, method: letterMethodSchema })
export type RecordCoversInput = z.output<typeof recordCoversSchema>
