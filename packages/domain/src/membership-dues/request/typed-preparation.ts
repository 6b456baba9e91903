import { z } from 'zod'
import { householdBases } from '../../area/household-basis.ts'
import type { DateContext } from '../../calendar/parse-date.ts'
import { typedDateSchema } from '../../calendar/typed-date.ts'

/** By which day and households a request is prepared, as it is typed. */
export interface TypedPreparation {
  requestedOn: string
  householdBasis: string
}

export function typedPreparationSchema(context: DateContext) {
  return z.object({
    requestedOn: typedDateSchema(context),
    householdBasis: z.string().pipe(z.enum(householdBases, '世帯数の根拠を選んでください。')),
  })
}
