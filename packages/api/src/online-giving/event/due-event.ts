import type { Id } from '@sasaeai/domain/ids'

/** 通知 that waits to be applied. */
export interface DueEvent {
  readonly paymentAccountId: Id<'PaymentAccountId'>
  readonly accountCode: string
  /** acct_…, or empty while nobody has named it. */
  readonly gatewayAccountId: string
  /** evt_… */
  readonly eventId: string
  readonly receivedAt: Date
  /** How often it was looked at before. */
  readonly attempts: number
  /** The bytes that were signed. */
  readonly body: Uint8Array
}

/** Which event. */
export type EventKey = Pick<DueEvent, 'paymentAccountId' | 'eventId'>
