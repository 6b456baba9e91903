import { z } from 'zod'
import { fiscalYearSchema } from '../calendar/fiscal-year-schema.ts'
import { addUserInputSchema } from '../user/user-inputs.ts'
import { councilDetailsSchema } from './council-details.ts'

/** 初期設定: what an empty database needs before anybody can work with it. */
export const setUpInputSchema = z.object({
  council: councilDetailsSchema.pick({
    name: true, nameKana: true, postalCode: true, address: true, phone: true, email: true, representative: true,
  }),
  fiscalYear: fiscalYearSchema,
  administrator: addUserInputSchema.omit({ role: true }),
})
export type SetUpInput = z.infer<typeof setUpInputSchema>
