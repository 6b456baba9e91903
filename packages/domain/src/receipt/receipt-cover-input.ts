import { z } from 'zod'
import { receiptIdSchema, receiptRunIdSchema } from '../id-schemas.ts'

/** Which receipts get a 送り状: those named, or all of a run of 年間証明. */
export const coveredReceiptsSchema = z.union([
  z.object({ receiptIds: z.array(receiptIdSchema).min(1).max(2_000) }),
  z.object({ receiptRunId: receiptRunIdSchema }),
])
export type CoveredReceipts = z.output<typeof coveredReceiptsSchema>
