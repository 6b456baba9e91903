import { z } from 'zod'
import { localDateSchema } from '../calendar/local-date-schema.ts'
import { id } from '../ids.ts'
import { yenSchema } from '../money/yen-schema.ts'
import type { ReceiptContent } from './receipt-content.ts'
import { receiptLayouts } from './receipt-layout.ts'
import { receiptSubjects } from './receipt-subject.ts'

/** The content of a receipt as it was stored. The first ones were all of dues, one to a sheet, and had no note and no seal. */
export const receiptContentSchema: z.ZodType<ReceiptContent> = z.object({
  subject: z.enum(receiptSubjects).default('dues'),
  council: z.object({ name: z.string(), postalCode: z.string(), address: z.string(), phone: z.string(), representative: z.string() }),
  payer: z.string(),
  honorific: z.string(),
  address: z.string(),
  purpose: z.string(),
  details: z.array(z.object({ label: z.string(), amountYen: yenSchema })),
  receivedFrom: localDateSchema,
  receivedTo: localDateSchema,
  note: z.string().default(''),
  layout: z.enum(receiptLayouts).default('single'),
  sealId: z.uuid().transform((text) => id<'ReceiptSealId'>(text)).nullable().default(null),
})
