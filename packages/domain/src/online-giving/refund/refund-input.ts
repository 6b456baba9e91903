import { z } from 'zod'
import { onlinePaymentIdSchema, onlineRefundIdSchema } from '../../id-schemas.ts'
import { positiveYenSchema } from '../../money/yen-schema.ts'
import { typedYen } from '../../money/typed-yen.ts'

const refundDetailsSchema = z.object({
  amountYen: positiveYenSchema,
  reason: z.string().trim().min(1, '返金の理由を入力してください。例：二重に申し込まれたため').max(100, '理由は100文字以内で入力してください。'),
})

/** 返金を頼む: the id is the dialog's, so that a double click is one refund. */
export const requestRefundSchema = refundDetailsSchema.extend({ refundId: onlineRefundIdSchema, paymentId: onlinePaymentIdSchema })
export type RequestRefundInput = z.output<typeof requestRefundSchema>

/** What the dialog holds. */
export const typedRefundSchema = z.object({ ...refundDetailsSchema.shape, amountYen: typedYen }).pipe(refundDetailsSchema)

export const refundInputSchema = z.object({ refundId: onlineRefundIdSchema })

/** Means of paying whose money cannot go back the way it came: the gateway asks the giver for a bank account by mail. */
const methodsThatAskForAccount: ReadonlySet<string> = new Set(['konbini', 'customer_balance'])

export function asksGiverForAccount(method: string): boolean {
  return methodsThatAskForAccount.has(method)
}
