import { z } from 'zod'
import { fiscalYearSchema } from '../../calendar/fiscal-year-schema.ts'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { campaignIdSchema, ledgerAccountIdSchema, remittanceIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { positiveYenSchema } from '../../money/yen-schema.ts'

/** 送金: money of one drive that is handed over to the 共同募金会. The page makes the id, so that a repeat is known. */
export const remitCustodySchema = z.object({
  remittanceId: remittanceIdSchema,
  campaignId: campaignIdSchema,
  remittedOn: localDateSchema,
  amountYen: positiveYenSchema,
  /** 現金預金 that it is paid from; of the same book as the drive's 預り金. */
  cashAccountId: ledgerAccountIdSchema,
  note: z.string().trim().max(100, '備考は100文字以内で入力してください。').default(''),
})
export type RemitCustodyInput = z.output<typeof remitCustodySchema>

/** One drive's custody. */
export const custodyOfCampaignSchema = z.object({ campaignId: campaignIdSchema, postedUntil: postingMomentSchema.optional() })
export type CustodyOfCampaignInput = z.output<typeof custodyOfCampaignSchema>
/** The drives of a year, and earlier ones of which something is still held. */
export const custodyOfYearSchema = z.object({
  fiscalYear: fiscalYearSchema,
  /** As the books stood at a moment; as they stand now without one. */
  postedUntil: postingMomentSchema.optional(),
})
export type CustodyOfYearInput = z.output<typeof custodyOfYearSchema>
