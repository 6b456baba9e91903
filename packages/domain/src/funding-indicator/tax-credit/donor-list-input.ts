import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { supporterIdSchema } from '../../id-schemas.ts'
import { yenSchema } from '../../money/yen-schema.ts'

/** 数えている寄附者, and who gave enough but has no address. */
export const donorListings = ['counted', 'without_address'] as const
export type DonorListing = (typeof donorListings)[number]

export const exportDonorsSchema = z.object({ fiscalYear: fiscalYearSchema })

/** Whose 寄附者名簿 of a fiscal year is asked for. */
export const donorListSchema = exportDonorsSchema.extend({
  listing: z.enum(donorListings),
  /** The last row of the page before; null for the first page. */
  cursor: z.object({ amountYen: yenSchema, supporterId: supporterIdSchema }).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
})
export type DonorListInput = z.output<typeof donorListSchema>
