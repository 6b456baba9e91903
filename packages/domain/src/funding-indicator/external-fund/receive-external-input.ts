import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { externalApplicationIdSchema, externalCallIdSchema, externalReceiptIdSchema, fundingSourceIdSchema, ledgerAccountIdSchema } from '../../id-schemas.ts'
import { postingMomentSchema } from '../../ledger/posting-moment-schema.ts'
import { positiveYenSchema } from '../../money/yen-schema.ts'

/** What a person decides of an 入金: the fields of its form. */
export const externalReceiptFields = {
  receivedOn: localDateSchema,
  amountYen: positiveYenSchema,
  /** The 財源 whose income it is. */
  fundingSourceId: z.string().min(1, '財源を選んでください。例：助成金').pipe(fundingSourceIdSchema),
  /** 現金預金 that it came into. */
  cashAccountId: z.string().min(1, '入金先を選んでください。例：普通預金').pipe(ledgerAccountIdSchema),
  note: z.string().trim().max(100, '備考は100文字以内で入力してください。').default(''),
} as const

/** 入金 of an award. The page makes the id, so that a repeat is known. */
export const receiveExternalSchema = z.object({ receiptId: externalReceiptIdSchema, applicationId: externalApplicationIdSchema, ...externalReceiptFields })
export type ReceiveExternalInput = z.output<typeof receiveExternalSchema>

/** As it stood at a moment; as it stands now without one. */
export const externalFundsSchema = z.object({ postedUntil: postingMomentSchema.optional() })
export type ExternalFundsInput = z.output<typeof externalFundsSchema>
/** One 募集, with its applications. */
export const externalCallSchema = z.object({ callId: externalCallIdSchema })
export const externalCallPageSchema = externalCallSchema.extend(externalFundsSchema.shape)
export const externalApplicationSchema = z.object({ applicationId: externalApplicationIdSchema })
