import { z } from 'zod'
import { localDateSchema } from '../../calendar/local-date-schema.ts'
import { allocationIdSchema, allocationReceiptIdSchema, journalEntryIdSchema, ledgerAccountIdSchema } from '../../id-schemas.ts'
import { allocatedYenSchema } from './allocated-yen.ts'

/** What a person decides of a 受入: the fields of its form. */
export const allocationReceiptFields = {
  receivedOn: localDateSchema,
  amountYen: allocatedYenSchema,
  /** 現金預金 that it came into, in the council's own book. */
  cashAccountId: z.string().min(1, '入金先を選んでください。例：普通預金').pipe(ledgerAccountIdSchema),
  note: z.string().trim().max(100, '備考は100文字以内で入力してください。').default(''),
} as const

/** 配分金の受入: the whole or a part of it. The page makes the id, so that a repeat is known. */
export const receiveAllocationSchema = z.object({
  receiptId: allocationReceiptIdSchema,
  allocationId: allocationIdSchema,
  ...allocationReceiptFields,
})
export type ReceiveAllocationInput = z.output<typeof receiveAllocationSchema>

/** An entry of another door that turns out to be a 受入. */
export const linkAllocationReceiptSchema = z.object({ receiptId: allocationReceiptIdSchema, allocationId: allocationIdSchema, entryId: journalEntryIdSchema })
export type LinkAllocationReceiptInput = z.output<typeof linkAllocationReceiptSchema>

/** Takes such a link back. */
export const unlinkAllocationReceiptSchema = linkAllocationReceiptSchema.omit({ entryId: true })
export type UnlinkAllocationReceiptInput = z.output<typeof unlinkAllocationReceiptSchema>
