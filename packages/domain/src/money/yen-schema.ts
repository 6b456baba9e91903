import { z } from 'zod'
import { amountRefusalMessage, largestTypedYen } from './parse-amount.ts'
import { yen } from './yen.ts'

/** Wire and column form of an amount: a whole, safe number of yen, negative where money goes back. */
export const yenSchema = z.int().transform(yen)

/** An amount that is given, asked for or paid: at least one yen, and no more than a form takes. */
export const positiveYenSchema = yenSchema
  .refine((amount) => amount > 0, '1円以上の金額を入力してください。')
  .refine((amount) => amount <= largestTypedYen, amountRefusalMessage('too_large'))
