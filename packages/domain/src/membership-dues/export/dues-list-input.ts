import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { duesRequestIdSchema, membershipIdSchema } from '../../id-schemas.ts'
import { membershipFilterSchema } from '../member/membership-list-input.ts'
import { duesOfAreaSchema } from '../progress/dues-progress-input.ts'
import { shareBackOfYearSchema, shareBackRunAtMomentSchema } from '../share-back/share-back-input.ts'

/** Which list of 社協会費 is wanted as a file. Members, progress, the year and outreach have their own. */
export const duesListSchema = z.discriminatedUnion('list', [
  z.object({ list: z.literal('kinds'), fiscalYear: fiscalYearSchema }),
  z.object({ list: z.literal('rates'), fiscalYear: fiscalYearSchema }),
  z.object({ list: z.literal('materials'), fiscalYear: fiscalYearSchema }),
  z.object({ list: z.literal('checks'), fiscalYear: fiscalYearSchema }),
  z.object({ list: z.literal('prospects'), fiscalYear: fiscalYearSchema, withClosed: z.boolean().default(false) }),
  z.object({ list: z.literal('share_back_runs'), ...shareBackOfYearSchema.shape }),
  z.object({ list: z.literal('share_back_run'), ...shareBackRunAtMomentSchema.shape }),
  z.object({ list: z.literal('requests'), fiscalYear: fiscalYearSchema }),
  z.object({ list: z.literal('request_lines'), requestId: duesRequestIdSchema }),
  z.object({ list: z.literal('area'), ...duesOfAreaSchema.shape }),
  z.object({ list: z.literal('member'), membershipId: membershipIdSchema }),
  z.object({ list: z.literal('member_counts'), ...membershipFilterSchema.pick({ fiscalYear: true, asOf: true, postedUntil: true }).shape }),
])
export type DuesListInput = z.output<typeof duesListSchema>
