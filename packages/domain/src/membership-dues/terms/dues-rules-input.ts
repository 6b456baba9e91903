import { z } from 'zod'
import { revisionSchema } from '../../council/revision.ts'
import { areaTypeIdSchema, ledgerAccountIdSchema } from '../../id-schemas.ts'
import { shareBackSteps } from '../share-back/share-back-step.ts'

/** 還元金の決まり: to which level share-back is paid, how it is booked, and to how many yen it is rounded down. */
export const duesRulesDetailsSchema = z.object({
  shareBackAreaTypeId: areaTypeIdSchema.nullable(),
  shareBackExpenseAccountId: ledgerAccountIdSchema.nullable(),
  shareBackCashAccountId: ledgerAccountIdSchema.nullable(),
  shareBackStepYen: z.literal(shareBackSteps, '端数の単位を選んでください。'),
})
export type DuesRulesDetails = z.output<typeof duesRulesDetailsSchema>

/** `revision` is that of the rules the form was opened on. */
export const saveDuesRulesSchema = z.object({ revision: revisionSchema, details: duesRulesDetailsSchema })
export type SaveDuesRulesInput = z.output<typeof saveDuesRulesSchema>
