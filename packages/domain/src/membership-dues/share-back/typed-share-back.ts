import { z } from 'zod'
import type { DateContext } from '../../calendar/parse-date.ts'
import { typedDateSchema } from '../../calendar/typed-date.ts'

/** The cut-off day of a calculation as it is typed. */
export function typedCutOffSchema(context: DateContext) {
  return z.object({ cutOffOn: typedDateSchema(context) })
}

/** The day on which a calculation is paid, as it is typed. */
export function typedSharePaymentSchema(context: DateContext) {
  return z.object({ paidOn: typedDateSchema(context) })
}
