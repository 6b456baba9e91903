import type { Id } from '../ids.ts'

/** 指標 */
export type FundingIndicatorId = Id<'FundingIndicatorId'>
