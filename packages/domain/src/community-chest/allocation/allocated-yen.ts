import { amountRefusalMessage, largestTypedYen } from '../../money/parse-amount.ts'
import { yenSchema } from '../../money/yen-schema.ts'

/** An amount that is decided, received or used: at least one yen. */
export const allocatedYenSchema = yenSchema
  .refine((amount) => amount > 0, '1円以上の金額を入力してください。')
  .refine((amount) => amount <= largestTypedYen, amountRefusalMessage('too_large'))
