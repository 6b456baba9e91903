import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { fundIdSchema, fundTransferIdSchema, ledgerAccountIdSchema } from '../../id-schemas.ts'
import { fundUseFields } from '../../ledger/entry-of-fund-use.ts'

/** What a person decides of a 振替: the fields of its form. */
export const fundTransferFields = {
  toFundId: z.string().min(1, '振替先を選んでください。').pipe(fundIdSchema),
  transferredOn: localDateSchema,
  amountYen: fundUseFields.amountYen,
  /** 収入の科目 on which the money changes its fund: the one that it once came in on. */
  incomeAccountId: z.string().min(1, '収入の科目を選んでください。例：寄附金収入').pipe(ledgerAccountIdSchema),
  /** Needed where givers restricted the money to its purpose. */
  reason: z.string().trim().max(200, '理由は200文字以内で入力してください。').default(''),
} as const

/** 振替: money that goes from one fund to another. The page makes the id, so that a repeat is known. */
export const transferFundSchema = z.object({ transferId: fundTransferIdSchema, fundId: fundIdSchema, ...fundTransferFields })
export type TransferFundInput = z.output<typeof transferFundSchema>
