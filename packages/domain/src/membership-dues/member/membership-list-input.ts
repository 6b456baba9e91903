import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { areaIdSchema, duesKindIdSchema, membershipIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { membershipRoutes } from './membership-route.ts'
import { membershipListStates, membershipPayments } from './membership-list-choice.ts'

/** What the list of members is asked for. The filters stand in the page's address, the cursor does not. */
export const membershipFilterSchema = z.object({
  /** The year in view: states and payments are those of this year. */
  fiscalYear: fiscalYearSchema,
  text: z.string().max(100).default(''),
  duesKindId: duesKindIdSchema.nullable().default(null),
  route: z.enum(membershipRoutes).nullable().default(null),
  state: z.enum(membershipListStates).default('present'),
  /** The area with everything below it. */
  areaId: areaIdSchema.nullable().default(null),
  payment: z.enum(membershipPayments).nullable().default(null),
  /** 基準日: the day of the year whose states and 口 are told; today, or that of the moment, without one. */
  asOf: localDateSchema.optional(),
  /** Memberships as they were known at a moment, and what had been posted for them by then; those of now without one. */
  postedUntil: postingMomentSchema.optional(),
})
export type MembershipFilter = z.output<typeof membershipFilterSchema>

export const membershipListSchema = membershipFilterSchema.extend({
  /** The last row of the page before; null for the first page. */
  cursor: z.object({ kana: z.string(), membershipId: membershipIdSchema }).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
})
export type MembershipListInput = z.output<typeof membershipListSchema>
