import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { driveKinds } from '../../community-chest/campaign/drive-kind.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'

/** 見直し of the years up to one, for the calls that a kind of drive pays; for all calls unless told. */
export const grantReviewSchema = z.object({
  fiscalYear: fiscalYearSchema,
  years: z.int().min(2).max(5).default(3),
  drive: z.enum(driveKinds).nullable().default(null),
  /** As the books stood at a moment; as they stand now without one. */
  postedUntil: postingMomentSchema.optional(),
})
export type GrantReviewInput = z.output<typeof grantReviewSchema>
