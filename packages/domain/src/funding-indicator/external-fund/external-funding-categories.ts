import type { FundingCategory } from '../../ledger/funding-category.ts'

/**
 * What the money of an award may be booked as. A gift is none: it has a receipt for taxes, and an award has none. Dues and
 * drives come by their own doors.
 */
export const externalFundingCategories = ['subsidy', 'entrusted', 'grant', 'business', 'other'] as const satisfies readonly FundingCategory[]
