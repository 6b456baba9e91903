import { z } from 'zod'
import { areaIdSchema, supporterIdSchema } from '../id-schemas.ts'
import { supporterKinds } from './supporter-kind.ts'

/** What the list of supporters is asked for. The filters stand in the page's address, the cursor does not. */
export const supporterListSchema = z.object({
  text: z.string().max(100).default(''),
  kind: z.enum(supporterKinds).nullable().default(null),
  areaId: areaIdSchema.nullable().default(null),
  /** Whether those no longer in use (使用終了) are shown too. */
  withClosed: z.boolean().default(false),
  /** The last row of the page before; null for the first page. */
  cursor: z.object({ kana: z.string(), supporterId: supporterIdSchema }).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
})
export type SupporterListInput = z.output<typeof supporterListSchema>
