import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { supporterIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { yenSchema } from '../../money/yen-schema.ts'
import { exportFormats } from '../../document/export-format.ts'

/** 数えている寄附者, and who gave enough but has no address. */
export const donorListings = ['counted', 'without_address'] as const
export type DonorListing = (typeof donorListings)[number]

/** As the books stood at a moment; as they stand now without one. */
export const taxCreditSchema = z.object({ postedUntil: postingMomentSchema.optional() })

export const exportTaxCreditSchema = taxCreditSchema.extend({ format: z.enum(exportFormats) })
export type ExportTaxCreditInput = z.output<typeof exportTaxCreditSchema>

export const exportDonorsSchema = exportTaxCreditSchema.extend({ fiscalYear: fiscalYearSchema })
export type ExportDonorsInput = z.output<typeof exportDonorsSchema>

/** Whose 寄附者名簿 of a fiscal year is asked for. */
export const donorListSchema = taxCreditSchema.extend({
  fiscalYear: fiscalYearSchema,
  listing: z.enum(donorListings),
  /** The last row of the page before; null for the first page. */
  cursor: z.object({ amountYen: yenSchema, supporterId: supporterIdSchema }).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
})
export type DonorListInput = z.output<typeof donorListSchema>
