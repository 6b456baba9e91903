import type { z } from 'zod'
import { fundUseIdSchema } from '../../id-schemas.ts'
import { fundUseSchema } from '../../ledger/entry-of-fund-use.ts'

/** 使用: what the form of a fund's spending sends. The page makes the id, so that a repeat is known. */
export const useFundSchema = fundUseSchema.extend({ useId: fundUseIdSchema })
export type UseFundInput = z.output<typeof useFundSchema>
