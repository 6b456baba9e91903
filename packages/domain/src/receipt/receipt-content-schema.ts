import { z } from 'zod'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import { yenSchema } from '../money/yen-schema.ts'
import type { ReceiptContent } from './receipt-content.ts'

/** The content of a receipt as it was stored. */
export const receiptContentSchema: z.ZodType<ReceiptContent> = z.object({
  council: z.object({ name: z.string(), postalCode: z.string(), address: z.string(), phone: z.string(), representative: z.string() }),
  payer: z.string(),
  honorific: z.string(),
  address: z.string(),
  purpose: z.string(),
  details: z.array(z.object({ label: z.string(), amountYen: yenSchema })),
  receivedFrom: localDateSchema,
  receivedTo: localDateSchema,
})
