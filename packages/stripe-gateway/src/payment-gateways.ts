import type { PaymentGateway } from './payment-gateway.ts'
import type { VerifiedEvent } from './read-event.ts'

/** The gateways of this server, one for each 支払いの受け口 whose keys it has, by the account's code. */
export interface PaymentGateways {
  /** Null where this server has no key for the account: nothing can be given through it here. */
  of(accountCode: string): PaymentGateway | null
  /** The event in a body that came to the webhook of the account; null when it was not signed for it. */
  verify(accountCode: string, body: Uint8Array, signature: string): Promise<VerifiedEvent | null>
}
