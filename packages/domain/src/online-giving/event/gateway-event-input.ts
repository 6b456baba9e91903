import { z } from 'zod'
import { paymentAccountIdSchema } from '../../id-schemas.ts'

export const gatewayEventStates = ['quarantined', 'waiting', 'applied', 'ignored'] as const
export type GatewayEventState = (typeof gatewayEventStates)[number]

export const gatewayEventStateNames: Record<GatewayEventState, string> = {
  quarantined: '確認が必要',
  waiting: '処理待ち',
  applied: '反映済み',
  ignored: '対象外',
}

const eventKeySchema = z.object({ paymentAccountId: paymentAccountIdSchema, eventId: z.string().min(1).max(100) })

export const gatewayEventFilterSchema = z.object({
  state: z.enum(gatewayEventStates).nullable().default(null),
  /** pi_…, in_…, sub_…, po_… that it is about, or the event itself. */
  about: z.string().trim().max(100).default(''),
})
export type GatewayEventFilter = z.output<typeof gatewayEventFilterSchema>

export const gatewayEventListSchema = gatewayEventFilterSchema.extend({
  cursor: eventKeySchema.nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
})
export type GatewayEventListInput = z.output<typeof gatewayEventListSchema>

export const gatewayEventInputSchema = eventKeySchema
export type GatewayEventInput = z.output<typeof gatewayEventInputSchema>

/** 対応済み: what staff has done about it instead. */
export const settleNoteSchema = z.object({
  note: z.string().trim().min(1, 'どう対応したかを入力してください。例：手で記帳（伝票123）').max(200, '200文字以内で入力してください。'),
})
export const settleEventSchema = eventKeySchema.extend(settleNoteSchema.shape)
export type SettleEventInput = z.output<typeof settleEventSchema>
