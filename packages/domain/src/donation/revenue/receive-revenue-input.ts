import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { ledgerAccountIdSchema, revenueReceiptIdSchema, revenueStreamIdSchema } from '../../id-schemas.ts'
import { fundUseFields } from '../../ledger/entry-of-fund-use.ts'
import { yenSchema } from '../../money/yen-schema.ts'

const noneWhenEmpty = (value: unknown) => (value === '' ? null : value)

/** What a person decides of a 受入: the fields of its form. */
export const revenueReceiptFields = {
  /** 対象月, its first day: of a machine alone. */
  month: z.preprocess(noneWhenEmpty, localDateSchema.nullable().default(null)),
  receivedOn: localDateSchema,
  /** Before the fee, or 時価 of goods. */
  grossYen: fundUseFields.amountYen,
  /** What an outside platform kept; 0 elsewhere. */
  feeYen: yenSchema.refine((amount) => amount >= 0, '手数料は0円以上で入力してください。'),
  /** 物品: its expense account, for which no cash comes; null for money. */
  goodsAccountId: z.preprocess(noneWhenEmpty, ledgerAccountIdSchema.nullable().default(null)),
  /** 現金預金 that money came into. */
  cashAccountId: z.preprocess(noneWhenEmpty, ledgerAccountIdSchema.nullable().default(null)),
  note: z.string().trim().max(100, '備考は100文字以内で入力してください。').default(''),
} as const

/** 受入 of what a stream brought. The page makes the id, so that a repeat is known. */
export const receiveRevenueSchema = z.object({ receiptId: revenueReceiptIdSchema, streamId: revenueStreamIdSchema, ...revenueReceiptFields })
export type ReceiveRevenueInput = z.output<typeof receiveRevenueSchema>
