import { z } from 'zod'

/** What a lookup while typing asks: the characters typed so far. */
export const lookupSchema = z.object({ text: z.string().max(100), limit: z.int().min(1).max(50).default(10) })
export type LookupInput = z.output<typeof lookupSchema>
