import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { supporterIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import { giverStandings } from './retention.ts'

/** What 寄附の継続 is asked for. */
export const retentionSchema = z.object({
  fiscalYear: fiscalYearSchema,
  /** As the books stood at a moment; as they stand now without one. */
  postedUntil: postingMomentSchema.optional(),
})

/** Whose list is asked for: the givers of one standing, or 「given」, everybody who gave in the year. */
export const giverListSchema = retentionSchema.extend({
  standing: z.enum(['given', ...giverStandings]),
  /** The last row of the page before; null for the first page. */
  cursor: z.object({ amountYen: yenSchema, supporterId: supporterIdSchema }).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
})
export type GiverListInput = z.output<typeof giverListSchema>
