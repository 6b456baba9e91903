import { z } from 'zod'
import { supporterIdSchema } from '../id-schemas.ts'
import { yearRuns } from './year-run.ts'

export const supporterMoneySchema = z.object({ supporterId: supporterIdSchema, run: z.enum(yearRuns) })
export type SupporterMoneyInput = z.output<typeof supporterMoneySchema>
