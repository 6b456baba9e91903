import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { grantApplicationIdSchema, grantCallIdSchema, grantPaymentIdSchema, ledgerAccountIdSchema } from '../../id-schemas.ts'
import { grantedYenSchema } from './grant-application-input.ts'

/** 支払: the awards of one call that are paid in one act. The page makes the ids, so that a repeat is known. */
export const payGrantsSchema = z.object({
  callId: grantCallIdSchema,
  paidOn: localDateSchema,
  /** 現金預金 that it is paid from; of the same book as the drive's 預り金. */
  cashAccountId: z.string().min(1, '支払う口座を選んでください。').pipe(ledgerAccountIdSchema),
  payments: z
    .array(z.object({ paymentId: grantPaymentIdSchema, applicationId: grantApplicationIdSchema, amountYen: grantedYenSchema }))
    .min(1, '支払う申請を選んでください。')
    .max(1_000),
})
export type PayGrantsInput = z.output<typeof payGrantsSchema>
